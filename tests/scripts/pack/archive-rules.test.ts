import { describe, expect, test } from 'vitest';
import { archiveProblems, importedPackages, packagesIn } from '../../../scripts/pack/archive-rules.ts';

const app = [
  'package.json',
  'out/main/index.js',
  'out/main/chunks/search-rebuild-worker-a324f01a.js',
  'out/preload/palette.cjs',
  'out/preload/settings.cjs',
  'out/renderer/palette/index.html',
  'out/renderer/settings/index.html',
  'out/renderer/assets/palette-DnYorBAK.js',
  'out/renderer/assets/settings-Do_cRNZV.js',
  'out/renderer/assets/settings-CcgFSW_0.css',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  'node_modules/koffi/index.cjs',
  'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node',
];
const packages = new Set(['better-sqlite3', 'koffi', '@koromix/koffi-linux-x64']);

test('an archive with the app and its production packages is in order', () => {
  expect(archiveProblems(app, packages)).toEqual([]);
});

describe('what must be there is missed', () => {
  test.each([
    'package.json',
    'out/main/index.js',
    'out/preload/settings.cjs',
    'out/renderer/palette/index.html',
    'out/renderer/assets/palette-DnYorBAK.js',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node',
  ])('%s', (path) => {
    const problems = archiveProblems(
      app.filter((kept) => kept !== path),
      packages,
    );
    expect(problems).toEqual([expect.stringContaining('is missing')]);
  });
});

describe('what must not be there is found', () => {
  test.each([
    ['src/main/index.ts', 'does not belong'],
    ['tests/e2e/loop.test.ts', 'does not belong'],
    ['out/main/index.js.map', 'does not belong'],
    ['node_modules/better-sqlite3/deps/sqlite3/sqlite3.c', 'does not belong'],
    ['node_modules/koffi/README.md', 'does not belong'],
    ['electron-builder.yml', 'comes from nowhere'],
    ['out/demo/01.png', 'comes from nowhere'],
    ['scripts/start.js', 'comes from nowhere'],
    ['node_modules/react/index.js', 'package that the app does not need'],
    ['node_modules/koffi/node_modules/react/index.js', 'package that the app does not need'],
    ['node_modules/@types/node/index.js', 'package that the app does not need'],
  ])('%s %s', (path, problem) => {
    expect(archiveProblems([...app, path], packages)).toEqual([expect.stringContaining(problem)]);
  });
});

test('packages are named with their scope, nested ones by themselves', () => {
  expect(packagesIn([...app, 'node_modules/koffi/node_modules/x/index.js'])).toEqual(
    new Set([...packages, 'x']),
  );
});

test('what a bundle takes from outside is known by its imports and requires', () => {
  const bundle = [
    'import koffi from "koffi";',
    'import { a, b } from "./chunks/a.js";',
    'import { join } from "node:path";',
    'import { app } from "electron";',
    'import "side-effect";',
    'export { z } from "zod/v4";',
    "const x = require('@scope/name/file');",
    'const lazy = () => import("lazy");',
    'const text = "an import from a sentence";',
  ].join('\n');
  expect(importedPackages(bundle).sort()).toEqual(['@scope/name', 'koffi', 'lazy', 'side-effect', 'zod']);
});
