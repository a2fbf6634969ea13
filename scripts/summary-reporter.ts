/*
 * What `npm test` needs to know of one run of Vitest, as a file: how many tests passed, and each failure in words, so that
 * they can be said again below everything that is printed after them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

export type TestSummary = { passed: number; failed: number; skipped: number; failures: string[] };

/** The environment variable that names the file to write. */
export const summaryFileVariable = 'REPARTEE_TEST_SUMMARY';

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const path = process.env[summaryFileVariable];
    if (path === undefined) throw new Error(`${summaryFileVariable} does not name a file.`);
    writeFileSync(path, JSON.stringify(summarize(modules, unhandled)));
  }
}

/**
 * Counts the tests of a run. A file or suite that could not run, and an error outside of any test, have no failed test to
 * show for it: each counts as one.
 */
export function summarize(
  modules: readonly TestModule[],
  unhandled: readonly SerializedError[],
): TestSummary {
  const summary: TestSummary = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const fail = (title: string, errors: readonly SerializedError[]) => {
    summary.failed += 1;
    summary.failures.push([title, ...errors.map(inWords)].join('\n'));
  };
  for (const module of modules) {
    if (module.errors().length > 0) fail(module.relativeModuleId, module.errors());
    for (const suite of module.children.allSuites())
      if (suite.errors().length > 0) fail(`${module.relativeModuleId} > ${suite.fullName}`, suite.errors());
    for (const test of module.children.allTests()) count(test);
  }
  for (const error of unhandled) fail('An error outside of any test', [error]);
  return summary;

  function count(test: TestCase): void {
    const result = test.result();
    if (result.state === 'passed') summary.passed += 1;
    else if (result.state === 'skipped') summary.skipped += 1;
    else fail(`${test.module.relativeModuleId} > ${test.fullName}`, result.errors ?? []);
  }
}

/** Reads what the reporter wrote; a run that broke down before it could write is one failure. */
export function readSummary(path: string): TestSummary {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as TestSummary;
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['The run ended before it could say how it went.'] };
  }
}

/** The message and where it came from, without colours, the frames of libraries, and what would fill a screen. */
function inWords(error: SerializedError): string {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules') && !line.includes('node:'));
  const text = [error.message, error.diff, ...frames.slice(0, 8)].filter(Boolean).join('\n');
  return stripVTControlCharacters(text).slice(0, 3000);
}
