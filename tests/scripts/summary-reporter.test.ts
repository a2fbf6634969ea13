import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSummary, summaryFileVariable } from '../../scripts/summary-reporter.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repartee-summary-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs Vitest itself on a test file of its own. */
function summaryOf(tests: string) {
  writeFileSync(
    join(folder, 'some.test.ts'),
    `import { beforeAll, describe, expect, test } from 'vitest';\n${tests}`,
  );
  const path = join(folder, 'summary.json');
  spawnSync(
    join(root, 'node_modules', '.bin', 'vitest'),
    ['run', '--root', folder, `--reporter=${join(root, 'scripts', 'summary-reporter.ts')}`],
    { cwd: folder, env: { ...process.env, [summaryFileVariable]: path } },
  );
  return readSummary(path);
}

test('tests are counted, and a failed one is told by its file, its name and its message', () => {
  const summary = summaryOf(`
    test('holds', () => {});
    test.skip('waits', () => {});
    test('does not', () => expect('one').toBe('two'));
  `);
  expect(summary).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(summary.failures).toHaveLength(1);
  expect(summary.failures[0]).toMatch(/^some\.test\.ts > does not\nexpected 'one' to be 'two'/);
});

test('a group that can not be prepared, and an error outside of any test, fail the run', () => {
  const summary = summaryOf(`
    describe('a group', () => {
      beforeAll(() => { throw new Error('no preparation'); });
      test('of it', () => {});
    });
    test('holds', () => { void Promise.reject(new Error('from outside')); });
  `);
  expect(summary).toMatchObject({ passed: 1, failed: 2 });
  expect(summary.failures.join('\n')).toMatch(
    /a group\nno preparation[\s\S]*outside of any test\nfrom outside/,
  );
});

test('a file that can not be read is one failure, and so is a run without a summary', () => {
  const summary = summaryOf(`import './missing.ts';`);
  expect(summary).toMatchObject({ passed: 0, failed: 1 });
  expect(summary.failures[0]).toContain('missing.ts');
  expect(readSummary(join(folder, 'never-written.json'))).toMatchObject({ passed: 0, failed: 1 });
});
