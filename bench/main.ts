/*
 * `npm run bench [-- search|import|loop|manager|all …]`: runs the benchmark of that name, or all of them, each in its own process.
 * `soak` takes long and is no part of `all`.
 * What follows the name is handed on; see the head of `bench/<name>/main.ts` for what it understands.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from '../scripts/build.ts';
import { desktopPackages, ensurePackages } from '../scripts/system-packages.ts';

const benchmarks = ['search', 'import', 'loop', 'manager'];
const [first = 'all', ...rest] = process.argv.slice(2);
const isNamed = ['all', 'soak', ...benchmarks].includes(first);
const names = !isNamed || first === 'all' ? benchmarks : [first];
const options = isNamed ? rest : [first, ...rest];

// Finding and imports are measured on the sources, the loop and the manager on the built app in real windows.
if (names.some((name) => !['search', 'import'].includes(name))) {
  const missing = ensurePackages(desktopPackages);
  if (missing !== null) {
    console.error(`Some programs that the benchmark drives are missing. Please run:\n  ${missing}`);
    process.exit(1);
  }
  ensureBuild();
}

for (const name of names) {
  const script = join(import.meta.dirname, name, 'main.ts');
  const { status } = spawnSync(process.execPath, [script, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
