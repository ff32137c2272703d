import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Names of the tests that failed, from Vitest's JSON report: a file that could not be run counts as one. @returns {string[]} */
export function failedInVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [line(name, 'the file', message)];
    return failed.map(({ fullName, failureMessages }) => line(name, fullName, failureMessages[0]));
  });
}

/** The same from a file's part of Playwright's JSON report; a test that passed when it was repeated is one of them. @returns {string[]} */
export function failedInPlaywright({ file, specs = [], suites = [] }) {
  const here = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => line(file, title, results.find(({ error }) => error)?.error?.message)),
  );
  return [...here, ...suites.flatMap(failedInPlaywright)];
}

const line = (file, title, message = '') =>
  `${path.basename(file)} › ${title}: ${stripVTControlCharacters(message).trim().split('\n', 1)[0]}`;
