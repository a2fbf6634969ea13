import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { productionPackages } from '../../../scripts/pack/production-packages.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'production-packages-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function install(folder: string, manifest: object): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify(manifest));
}

test('dependencies count with theirs, nested ones too; development tools do not', () => {
  install('.', { dependencies: { a: '1' }, devDependencies: { tool: '1' } });
  install('node_modules/a', { dependencies: { '@s/b': '1' } });
  install('node_modules/a/node_modules/@s/b', { dependencies: { c: '1' } });
  install('node_modules/c', { dependencies: { a: '1' } });
  install('node_modules/tool', {});
  expect(productionPackages(root)).toEqual(new Set(['a', '@s/b', 'c']));
});

test('an optional dependency counts where it is installed', () => {
  install('.', { optionalDependencies: { 'binary-linux': '1', 'binary-windows': '1' } });
  install('node_modules/binary-linux', {});
  expect(productionPackages(root)).toEqual(new Set(['binary-linux']));
});
