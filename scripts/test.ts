/*
 * `npm test`: format, lint, types, build, every test project and the check of the package, one after the other.
 * Ends with what failed, the counts of all of them, and a non-zero exit code when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSummary, summaryFileVariable, type TestSummary } from './summary-reporter.ts';
import { desktopPackages, ensurePackages, winePackages } from './system-packages.ts';

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'out', 'test-reports');

/** The order is from quick to slow; real windows come last, one project at a time, since they share nothing then. */
const testProjects = ['unit', 'host', 'wine', 'e2e'];

function run(title: string, binary: string, args: string[], environment: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n── ${title}`);
  const path = join(root, 'node_modules', '.bin', binary);
  const env = { ...process.env, ...environment };
  return spawnSync(path, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function check(title: string, binary: string, args: string[]): TestSummary {
  const passed = run(title, binary, args);
  return { passed: Number(passed), failed: Number(!passed), skipped: 0, failures: passed ? [] : [title] };
}

function testProject(project: string): TestSummary {
  const title = `tests: ${project}`;
  const path = join(reports, `${project}.json`);
  const reporters = ['default', './scripts/summary-reporter.ts'].map((name) => `--reporter=${name}`);
  const passed = run(title, 'vitest', ['run', `--project=${project}`, ...reporters], {
    [summaryFileVariable]: path,
  });
  const summary = readSummary(path);
  // A run that broke down outside of a test has no failed test to show for it.
  if (passed || summary.failed > 0) return summary;
  return { ...summary, failed: 1, failures: [title] };
}

const toInstall = ensurePackages([...desktopPackages, ...winePackages]);
if (toInstall !== null) {
  console.error(`Some programs that the tests drive are missing. Please run:\n  ${toInstall}`);
  process.exit(1);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results: TestSummary[] = [
  check('format and lint', 'biome', ['check', '.']),
  ...['main', 'renderer', 'node'].map((name) =>
    check(`types: ${name}`, 'tsc', ['-p', `tsconfig.${name}.json`]),
  ),
  check('build', 'electron-vite', ['build', '--logLevel', 'warn']),
  ...testProjects.map(testProject),
  check('package', 'node', ['scripts/pack-check.ts']),
];
// Whoever sees only the end of a long output sees what failed.
for (const failure of results.flatMap(({ failures }) => failures)) console.log(`\nFAILED ${failure}`);
const sum = (key: 'passed' | 'failed' | 'skipped') =>
  results.reduce((total, counts) => total + counts[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exit(sum('failed') === 0 ? 0 : 1);
