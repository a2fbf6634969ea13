/*
 * `npm run prove`: takes each guard of an invariant out of a copy of the project, one at a time, and expects the test that
 * stands for it to fail there. A guard whose removal no test notices is reported, and the run fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Guard, guards } from './guards.ts';

const root = resolve(import.meta.dirname, '..');

/** Copies what git tracks, with this checkout's changes, so that nobody's work tree is touched. */
function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'repartee-prove-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function run(copy: string, binary: string, args: string[]): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', binary), args, {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ok: status === 0, output: stdout + stderr };
}

/** Runs the guard's test; only a failed assertion counts as failed, a run without any test does not. */
function testFails(copy: string, { test }: Guard): boolean {
  if (test.project === 'e2e') {
    const built = run(copy, 'electron-vite', ['build', '--logLevel', 'error']);
    if (!built.ok) throw new Error(`the copy does not build:\n${built.output}`);
  }
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  run(copy, 'vitest', [
    'run',
    `--project=${test.project}`,
    test.file,
    ...(test.title ? ['-t', test.title] : []),
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const counts = JSON.parse(readFileSync(report, 'utf8')) as {
    numFailedTests: number;
    numPassedTests: number;
  };
  if (counts.numFailedTests + counts.numPassedTests === 0) throw new Error(`no test ran: ${test.title}`);
  return counts.numFailedTests > 0;
}

/** Takes one guard out of the copy; the returned function puts it back. */
function takeOut(
  copy: string,
  { file, find, replace }: Pick<Guard, 'file' | 'find' | 'replace'>,
): () => void {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  if (original.split(find).length !== 2) {
    throw new Error(`${file} does not hold this guard exactly once: ${find}`);
  }
  writeFileSync(
    path,
    original.replace(find, () => replace),
  );
  return () => writeFileSync(path, original);
}

const copy = copyProject();
const only = process.argv[2];
let passed = 0;
let failed = 0;
try {
  for (const guard of guards.filter((each) => only === undefined || each.invariant.includes(only))) {
    const putBack = [guard, ...(guard.also ? [guard.also] : [])].map((edit) => takeOut(copy, edit));
    const noticed = testFails(copy, guard);
    for (const restore of putBack) restore();
    if (noticed) passed += 1;
    else failed += 1;
    console.log(`${noticed ? 'noticed' : 'NOT NOTICED'}  ${guard.invariant}: ${guard.without}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
