/*
 * `npm test`: format, lint, types, build, every test project and the check of the package, one after the other.
 * Ends with the counts of all of them and a non-zero exit code when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { desktopPackages, ensurePackages, winePackages } from './system-packages.ts';

type Counts = { passed: number; failed: number; skipped: number };

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'out', 'test-reports');

/** The order is from quick to slow; real windows come last, one project at a time, since they share nothing then. */
const testProjects = ['unit', 'host', 'wine', 'e2e'];

function run(title: string, binary: string, args: string[]): boolean {
  console.log(`\n── ${title}`);
  const path = join(root, 'node_modules', '.bin', binary);
  return spawnSync(path, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function check(title: string, binary: string, args: string[]): Counts {
  const passed = run(title, binary, args);
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

function testProject(project: string): Counts {
  const report = join(reports, `${project}.json`);
  const passed = run(`tests: ${project}`, 'vitest', [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counts = readReport(report);
  // A run that broke down outside of a test has no failed test to show for it.
  if (!passed && counts.failed === 0) counts.failed = 1;
  return counts;
}

function readReport(path: string): Counts {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
    };
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const toInstall = ensurePackages([...desktopPackages, ...winePackages]);
if (toInstall !== null) {
  console.error(`Some programs that the tests drive are missing. Please run:\n  ${toInstall}`);
  process.exit(1);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results: Counts[] = [
  check('format and lint', 'biome', ['check', '.']),
  ...['main', 'renderer', 'node'].map((name) =>
    check(`types: ${name}`, 'tsc', ['-p', `tsconfig.${name}.json`]),
  ),
  check('build', 'electron-vite', ['build', '--logLevel', 'warn']),
  ...testProjects.map(testProject),
  check('package', 'node', ['scripts/pack-check.ts']),
];
const sum = (key: keyof Counts) => results.reduce((total, counts) => total + counts[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exit(sum('failed') === 0 ? 0 : 1);
