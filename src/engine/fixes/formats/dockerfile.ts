// Dockerfiles: a command of the build gets its key as a build secret, a command of the container from the container's environment.
// https://docs.docker.com/build/building/secrets/ · https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import { inComment } from './config-file.ts';
import { hasOwnEscape, type Instruction, readInstructions } from './dockerfile-instructions.ts';
import { rewriteScript } from './embedded-script.ts';
import type { FormatFix } from './format-fix.ts';
import { type PlaceRewrite, planSpans } from './plan-places.ts';
import { nameOf } from './source-path.ts';

export const dockerfile: FormatFix = {
  id: 'dockerfile',
  title: 'Dockerfile',
  matches: source =>
    source.languageId === 'dockerfile' || /^(?:dockerfile|containerfile)(?:\.[\w.-]+)?$|\.dockerfile$/.test(nameOf(source)),
  plan: request => {
    const instructions = readInstructions(request.source.text);
    const names = instructions.map(({ name }) => name).join();
    return planSpans(
      request,
      span => rewrite(request, instructions, span),
      after =>
        readInstructions(after)
          .map(({ name }) => name)
          .join() === names,
    );
  },
};

function rewrite(request: EnvironmentFixRequest, instructions: readonly Instruction[], secret: Span): PlaceRewrite | Withheld {
  const { source, variable } = request;
  const instruction = instructions.find(({ span }) => span.start <= secret.start && secret.end <= span.end);
  if (instruction === undefined || instruction.comments.some(({ start, end }) => start <= secret.start && secret.end <= end))
    return withheld(inComment);
  const script = commandOf(source.text, instruction);
  if (script === undefined) return withheld(reasonIn(instruction));
  if (hasOwnEscape(source.text) || instructions.some(({ name }) => name === 'SHELL')) return withheld(otherShell);
  const isBuild = instruction.name === 'RUN';
  if (isBuild && isPinnedToOld(source.text)) return withheld(tooOld);
  const result = rewriteScript(request, script, secret);
  if (result.kind === 'withheld') return result;
  const mount = isBuild ? mountOf(instruction, variable, source.text) : [];
  const next = isBuild
    ? phrase('Pass the secret to the build: docker build --secret id={0} takes it from the variable {0}.', variable)
    : phrase('Give the container its variable: docker run --env {0} takes it from the environment.', variable);
  return { kind: 'rewrite', value: result.value, edits: [...mount, result.edit], changes: [], next: [next] };
}

const otherShell = phrase('The commands of this Dockerfile are read by another shell: mount the value as a build secret by hand.');

const tooOld = phrase('This file is pinned to a syntax older than 1.10, which cannot mount a secret as a variable.');

/** https://docs.docker.com/reference/dockerfile/#run---mounttypesecret: `env` came with 1.10. */
function isPinnedToOld(text: string): boolean {
  return /^#\s*syntax\s*=\s*docker\/dockerfile:1\.\d(?!\d)/i.test(text);
}

/** What a shell reads: not the form `["program", "argument"]`. */
function commandOf(text: string, { name, body, hasHeredoc }: Instruction): Span | undefined {
  if (hasHeredoc || !/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(name)) return undefined;
  const written = text.slice(body.start, body.end);
  const [skipped = ''] = name === 'HEALTHCHECK' ? (/^CMD\s+/i.exec(written) ?? []) : [''];
  if (/^\s*\[/.test(written.slice(skipped.length)) || (name === 'HEALTHCHECK' && skipped === '')) return undefined;
  return { start: body.start + skipped.length, end: body.end };
}

function mountOf({ body, options }: Instruction, variable: string, text: string): readonly TextEdit[] {
  if (new RegExp(`type=secret\\S*\\benv=${variable}\\b`).test(options)) return [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `--mount=type=secret,id=${variable},env=${variable} \\${newline}    `;
  return [{ span: { start: body.start, end: body.start }, newText }];
}

function reasonIn({ name, hasHeredoc }: Instruction): Phrase {
  if (hasHeredoc) return phrase('Here-documents of a Dockerfile are not rewritten: mount the value as a build secret by hand.');
  if (name === 'ENV' || name === 'ARG') {
    return phrase('ENV and ARG stay in the image: pass the value when the container runs, or mount it as a build secret.');
  }
  if (/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(name)) {
    return phrase('No shell reads this form of a command: write it without brackets, or let the program read the variable.');
  }
  return phrase('What this instruction says stays in the image: take the value out.');
}
