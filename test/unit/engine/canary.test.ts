import assert from 'node:assert/strict';
import { noFilter } from '../../../src/editor/views/keys-filter.ts';
import { type Grouping, outlineOf } from '../../../src/editor/views/keys-outline.ts';
import type { Confidence, Finding } from '../../../src/engine/finding.ts';
import { planEnvironmentFix } from '../../../src/engine/fixes/plan-environment-fix.ts';
import { suggestVariable } from '../../../src/engine/fixes/suggest-variable.ts';
import { problemsOfKeys } from '../../../src/engine/hygiene/problems-of-keys.ts';
import { rotationChecklist } from '../../../src/engine/hygiene/rotation-checklist.ts';
import { formatPhrase } from '../../../src/engine/phrase.ts';
import { reportProblems } from '../../../src/engine/reports/report-problems.ts';
import { writeJson, writeJsonLines } from '../../../src/engine/reports/write-json.ts';
import { writeSarif } from '../../../src/engine/reports/write-sarif.ts';
import { writeText } from '../../../src/engine/reports/write-text.ts';
import { catalogue } from '../../../src/engine/rules/catalogue.ts';
import { providers } from '../../../src/engine/rules/providers.ts';
import { emptyPolicy } from '../../../src/engine/settings/policy.ts';
import { readPolicy } from '../../../src/engine/settings/read-settings.ts';
import type { SourceText } from '../../../src/engine/text.ts';
import { environmentMatrix } from '../../../src/engine/usages/environment-matrix.ts';
import { KeyIndex } from '../../../src/engine/usages/key-index.ts';
import { findLeak } from '../../support/find-leak.ts';
import { sample } from '../../support/sample-secret.ts';
import { testEngine } from '../../support/test-engine.ts';

/** What anybody knows: the names of rules and formats, the pages of services, and the first lines of armour. */
const known = [
  ...['', 'RSA ', 'EC ', 'OPENSSH '].map(kind => `${'-'.repeat(5)}BEGIN ${kind}PRIVATE KEY${'-'.repeat(5)}`),
  ...catalogue.flatMap(({ id, title, keywords, variable = '', source = '' }) => [id, title, variable, source, ...keywords]),
  ...providers().flatMap(({ revokeUrl = '', rotateUrl = '', hosts = [] }) => [revokeUrl, rotateUrl, ...hosts]),
].join('\n');

const certain = ['openai-project-key', 'anthropic-api-key', 'github-token', 'stripe-secret-key', 'gcp-api-key', 'slack-bot-token'].filter(
  id => catalogue.some(rule => rule.id === id),
);

describe('what the engine tells', () => {
  it('holds no key of any rule, in the text in which the rule fires', () => {
    for (const [index, rule] of catalogue.entries()) {
      if (index % 8 !== 0) continue;
      const { secret, text } = sample(rule.id);
      refuseLeak(secret, { uri: 'src/canary.txt', languageId: '', text });
    }
  });

  it('holds no key that another place’s preview passes, ignored by a comment or below the threshold', () => {
    for (const ruleId of [...certain, 'generic-password', 'generic-api-key']) {
      const { secret } = sample(ruleId, 5);
      const line = `const id = process.env.SERVICE_API_KEY, password = "${secret}", other = process.env.OTHER_TOKEN;`;
      for (const text of [line, `${line} // key-hygiene:ignore`]) {
        refuseLeak(secret, { uri: 'src/canary.js', languageId: '', text });
        refuseLeak(secret, { uri: 'src/canary.js', languageId: '', text }, 'certain');
      }
    }
  });

  it('holds no piece of a key that the edge of a preview cuts', () => {
    const { secret } = sample('openai-project-key', 5);
    for (let gap = 200; gap < 260; gap += 3) {
      const text = `${';'.repeat(500)} f("${secret.replaceAll('-', '_')}");${' '.repeat(gap)}process.env.SERVICE_API_KEY`;
      refuseLeak(secret.replaceAll('-', '_'), { uri: 'src/canary.js', languageId: '', text });
    }
  });

  it('holds no key that stands where a name should', () => {
    for (const ruleId of certain) {
      const { secret } = sample(ruleId, 5);
      const other = sample('stripe-secret-key', 8).secret;
      for (const [uri, text] of [
        ['keys.json', `{"${secret}": "${other}"}`],
        ['keys.yaml', `${secret}: ${other}\npassword: op://vault/${secret}/field\n`],
        ['keys.js', `const tokens = { "${secret}": "${other}" }; process.env["${secret}"];`],
        ['.env', `API_KEY=${secret} # ${secret}\n#OLD=${secret}\n`],
        ['.env.example', `API_KEY=${secret}\n`],
      ] as const) {
        refuseLeak(secret, { uri, languageId: '', text });
      }
    }
  });

  it('says of a policy with a hundred thousand brackets that it is nested too deeply', () => {
    const { policy, problems } = readPolicy('['.repeat(100_000));
    assert.deepEqual(policy, emptyPolicy);
    assert.match(problems.map(({ text }) => text).join(), /nested too deeply/);
  });

  it('holds no key that somebody wrote into a policy', () => {
    const { secret } = sample('openai-project-key', 5);
    for (const text of [
      `{"${secret}": 1}`,
      `{"severity": {"${secret}": "loud"}}`,
      `{"salt": "${secret}"}`,
      `{"ignoreFingerprints": ["${secret}", {"fingerprint": "${secret}"}]}`,
      `{"ignoreRules": [{"rule": "${secret}", "path": "**"}]}`,
      `{"rules": [{"id": "${secret}", "title": "", "keywords": ["${secret}"], "pattern": "(${secret}"}]}`,
      `{"exclude": "${secret}" ${secret}`,
    ]) {
      const { problems } = readPolicy(text);
      assert.notDeepEqual(problems, []);
      assert.equal(findLeak(secret, problems), undefined);
    }
  });
});

const engines = { possible: testEngine({ confidence: 'possible' }), certain: testEngine({ confidence: 'certain' }) };

function refuseLeak(secret: string, source: SourceText, confidence: Exclude<Confidence, 'likely'> = 'possible'): void {
  const engine = engines[confidence];
  const report = engine.report(source);
  const traces = engine.explain(source, { start: 0, end: source.text.length });
  const trace = traces[0];
  const findings = report.findings.map(finding => ({ ...finding, path: source.uri, ...(trace && { trace }) }));
  const problems = reportProblems(report.problems, source.uri, engine.settings);
  const result = { findings, problems, accepted: 0, skipped: [], scanned: 1 };
  const index = new KeyIndex();
  index.update(report);
  const groupings: readonly Grouping[] = ['key', 'provider', 'file', 'problem'];
  const outputs = {
    report,
    traces,
    outlines: groupings.map(grouping =>
      outlineOf(index.keys(), {
        grouping,
        filter: noFilter,
        problemsOf: problemsOfKeys(report.problems ?? []),
        allProblems: () => report.problems ?? [],
        severityOf: () => 'warning',
      }),
    ),
    checklists: index.keys().map(key => rotationChecklist(key, { say: formatPhrase, place: ({ uri, line }) => `${uri}:${line}` })),
    matrices: index.keys().map(key => environmentMatrix(key, [])),
    text: writeText(result, (_, text) => text),
    json: writeJson(result),
    lines: writeJsonLines(result),
    sarif: writeSarif(result, { version: '1.0.0', base: '/project', hasStableFingerprints: true }),
    plans: report.findings.map(finding => reasonsOf(source, finding)),
  };
  for (const [name, output] of Object.entries(outputs)) {
    assert.equal(findLeak(secret, output, known), undefined, `${name} of ${source.uri}`);
  }
}

/** The edits of a plan are the document's own text; its title and reasons are told. */
function reasonsOf(source: SourceText, finding: Finding): unknown {
  const variable = suggestVariable({ finding, source, taken: new Set() });
  const plan = planEnvironmentFix({ source, findings: [finding], variable, style: 'required', everyPlace: true, siblings: [] });
  return plan.kind === 'withheld' ? [variable, plan.reason] : [variable, plan.variable, plan.left];
}
