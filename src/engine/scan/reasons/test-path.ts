// Tests, fixtures, examples and documentation hold made-up credentials more often than real ones.

import { rememberLast } from '../../remember.ts';
import { type Check, doubt } from './reason.ts';

const folder =
  /(?:^|[/\\])(?:tests?|__tests__|spec|specs|testdata|test-data|fixtures?|__fixtures__|mocks?|__mocks__|examples?|samples?|docs?|documentation|e2e|stubs?)[/\\]/i;
const file =
  /(?:[._-](?:test|tests|spec|fixture|mock|example|sample|e2e)\.[a-z]{1,5}|(?:^|[/\\])(?:test|spec)[_-][^/\\]*|_spec\.rb|_test\.[a-z]{1,5}|Tests?\.(?:java|kt|scala|cs|php|swift)|\.(?:md|rst|adoc|mdx))$/;

export const testPath: Check = ({ uri }) => (isTestPath(uri) ? doubt('stands in a test, an example or documentation') : undefined);

/** A text asks for each of its values. */
export const isTestPath = rememberLast((uri): boolean => folder.test(uri) || file.test(uri));
