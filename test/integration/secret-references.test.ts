// References to secret managers in the editor: hover, link to the console, the least-privilege policy.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rangeOfText } from './support/diagnosed.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, openFile } from './support/workspace.ts';

const text = `import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';

export const sent = client.send(new GetSecretValueCommand({ SecretId: 'shop/prod/STRIPE_KEY' }));
export const other = 'https://shop.vault.azure.net/secrets/openai-key';
`;

describe('references to secret managers', () => {
  let document: vscode.TextDocument;
  before(async () => {
    ({ document } = await openFile('references/client.ts', text));
  });
  after(clearWorkspace);

  it('say in a hover which manager it is, where in it, and offer what can be done', async () => {
    const hover = await hoverOn('shop/prod');
    assert.match(hover, /\*\*AWS Secrets Manager\*\*/);
    assert.match(hover, /shop\/prod\/STRIPE_KEY/);
    assert.match(hover, /\[Copy least-privilege policy\]\(command:keyHygiene\.copyLeastPrivilege\?/);
    const azure = await hoverOn('https://shop');
    assert.match(azure, /Azure Key Vault[\s\S]*openai-key[\s\S]*vault https:\/\/shop\.vault\.azure\.net/);
  });

  it('lead to the page of the console', async () => {
    const links = await waitFor(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
      return found.filter(({ target }) => /console\.aws|portal\.azure/.test(target?.toString(true) ?? '')).length >= 2 ? found : undefined;
    });
    const targetAt = (part: string): readonly string[] =>
      links.filter(({ range }) => range.contains(rangeOfText(document, part))).map(({ target }) => target?.toString(true) ?? '');
    assert.deepEqual(targetAt('shop/prod'), ['https://console.aws.amazon.com/secretsmanager/secret?name=shop/prod/STRIPE_KEY']);
    assert.ok(targetAt('shop.vault').some(target => /^https:\/\/portal\.azure\.com\/#@\/asset\/.*\/secrets\/openai-key$/.test(target)));
  });

  it('copy and open the policy for exactly that secret, told by the cursor', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const start = rangeOfText(document, 'shop/prod').start;
    editor.selection = new vscode.Selection(start, start);
    await hoverOn('shop/prod');
    await vscode.commands.executeCommand('keyHygiene.copyLeastPrivilege');
    const policy = JSON.parse(await vscode.env.clipboard.readText());
    assert.deepEqual(policy.Statement[0].Resource, ['arn:aws:secretsmanager:*:*:secret:shop/prod/STRIPE_KEY-??????']);
    await vscode.commands.executeCommand('keyHygiene.openLeastPrivilege');
    const shown = await waitFor(async () => vscode.window.activeTextEditor?.document.getText().includes('secretsmanager:GetSecretValue'));
    assert.ok(shown);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'json');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  function hoverOn(part: string): Promise<string> {
    const position = rangeOfText(document, part).start.translate(0, 3);
    return waitFor(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
      const contents = hovers.flatMap(hover => hover.contents.map(content => (typeof content === 'string' ? content : content.value)));
      const plain = contents.map(content => content.replaceAll('&nbsp;', ' ').replaceAll('\\', ''));
      return plain.find(content => content.includes('least-privilege'));
    });
  }
});
