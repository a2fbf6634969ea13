import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/.bin/biome');

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'lint-boundaries-'));
  cpSync(join(root, 'lint'), join(project, 'lint'), { recursive: true });
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  // The copy is no git repository, and the schema's path leads nowhere from here.
  config.vcs = { enabled: false };
  delete config.$schema;
  writeFileSync(join(project, 'biome.json'), JSON.stringify(config));
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

type BiomeReport = { diagnostics: { category: string; message: string }[] };

/** The messages that the project's rules give for one file at `path` with these lines. */
function lint(path: string, ...lines: string[]): string[] {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
  const { stdout } = spawnSync(biome, ['lint', '--reporter=json', file], { cwd: project, encoding: 'utf8' });
  rmSync(file);
  const report = JSON.parse(stdout) as BiomeReport;
  return report.diagnostics
    .filter(({ category }) => category === 'plugin' || category === 'lint/style/noRestrictedImports')
    .map(({ message }) => message);
}

describe('imports between the layers', () => {
  const refused: [path: string, line: string, advice: RegExp][] = [
    ['src/shared/domain/a.ts', "export { app } from 'electron';", /shared is pure/],
    ['src/shared/domain/a.ts', "export { join } from 'node:path';", /shared is pure/],
    ['src/shared/domain/a.ts', "export { log } from '../../main/log.ts';", /into src\/shared/],
    ['src/shared/a.ts', "export { api } from '../renderer/api.ts';", /into src\/shared/],
    ['src/shared/a.ts', "export const fs = await import('node:fs');", /shared is pure/],
    ['src/main/storage/a.ts', "export { app } from 'electron';", /Storage runs without electron/],
    ['src/main/storage/a.ts', "export { app } from 'electron/main';", /Storage runs without electron/],
    ['src/main/storage/a.ts', "import type { App } from 'electron';", /Storage runs without electron/],
    ['src/main/storage/a.ts', "export { a } from '../windows/palette.ts';", /Storage imports storage/],
    ['src/main/import-export/a.ts', "export { app } from 'electron';", /run without electron/],
    ['src/main/import-export/read/a.ts', "export { a } from '../../windows/palette.ts';", /storage and src/],
    ['src/main/platform/paste/a.ts', "export { a } from '../../storage/database.ts';", /platform driver/],
    ['src/main/platform/a.ts', "export { a } from '../windows/palette.ts';", /platform driver/],
    ['src/main/a.ts', "export { a } from '../renderer/api.ts';", /through src\/shared/],
    ['src/renderer/ui/a.tsx', "export { join } from 'node:path';", /src\/renderer\/api\.ts/],
    ['src/renderer/ui/a.tsx', "export { shell } from 'electron';", /src\/renderer\/api\.ts/],
    ['src/renderer/ui/a.tsx', "import type { A } from '../../main/tray.ts';", /src\/renderer\/api\.ts/],
    ['src/renderer/palette/a.tsx', "export { api } from '../../main/ipc.ts';", /src\/renderer\/api\.ts/],
    ['src/renderer/palette/a.tsx', "export { Button } from '@mantine/core';", /nothing of the manager/],
    ['src/renderer/ui/a.tsx', "export { words } from '../manager/words.ts';", /nothing of the manager/],
    ['src/preload/a.ts', "export { join } from 'node:path';", /is a wire/],
    ['src/preload/a.ts', "export { z } from 'zod';", /is a wire/],
    ['src/preload/a.ts', "export { a } from '../main/log.ts';", /is a wire/],
    ['src/preload/a.ts', "import { paletteCalls } from '../shared/ipc.ts';", /import type/],
  ];

  test.each(refused)('%s may not contain %s', (path, line, advice) => {
    expect(lint(path, line)).toEqual([expect.stringMatching(advice)]);
  });

  const allowed: [path: string, line: string][] = [
    ['src/shared/domain/a.ts', "export { z } from 'zod';"],
    ['src/shared/domain/a.ts', "export { ok } from '../result.ts';"],
    ['src/main/storage/a.ts', "export { ok } from '../../shared/result.ts';"],
    ['src/main/storage/a.ts', "export { join } from 'node:path';"],
    ['src/main/import-export/a.ts', "export { findReply } from '../storage/replies.ts';"],
    ['src/main/platform/a.ts', "export { globalShortcut } from 'electron';"],
    ['src/renderer/ui/a.tsx', "export { useState } from 'react';"],
    ['src/renderer/manager/a.tsx', "export { Button } from '@mantine/core';"],
    ['src/renderer/manager/a.tsx', "export { Kbd } from '../ui/kbd.tsx';"],
    ['src/renderer/ui/a.tsx', "export { ok } from '../../shared/result.ts';"],
    ['src/preload/a.ts', "import type { Wire } from '../shared/ipc.ts';"],
    ['src/preload/a.ts', "export { exposeWire } from './wire.ts';"],
    ['tests/main/a.test.ts', "export { openDatabase } from '../../src/main/storage/database.ts';"],
  ];

  test.each(allowed)('%s may contain %s', (path, line) => {
    expect(lint(path, line)).toEqual([]);
  });
});

describe('names that belong to one file', () => {
  const uses: [name: string, home: string, lines: string[], advice: RegExp][] = [
    ['ipcMain', 'src/main/ipc.ts', ["import { ipcMain } from 'electron';"], /src\/main\/handlers\.ts/],
    ['ipcMain', 'src/main/ipc.ts', ["electron.ipcMain.on('a', answer);"], /src\/main\/handlers\.ts/],
    ['ipcMain', 'src/main/ipc.ts', ['const { ipcMain: bus } = electron;'], /src\/main\/handlers\.ts/],
    ['ipcRenderer', 'src/preload/wire.ts', ["import { ipcRenderer } from 'electron';"], /renderer\/api\.ts/],
    ['ipcRenderer', 'src/preload/wire.ts', ["electron.ipcRenderer.send('a');"], /renderer\/api\.ts/],
    ['process.platform', 'src/main/index.ts', ['start(process.platform);'], /as an argument/],
    ['process.platform', 'src/main/index.ts', ['const { arch, platform } = process;'], /as an argument/],
    ['process.platform', 'src/main/index.ts', ["import { platform } from 'node:os';"], /as an argument/],
    ['webContents.send', 'src/main/ipc.ts', ["palette.webContents.send('a', 1);"], /its typed sender/],
    ['webContents.send', 'src/main/ipc.ts', ["palette?.webContents?.send('a', 1);"], /its typed sender/],
    ['webContents.send', 'src/main/ipc.ts', ["event.sender.send('a', 1);"], /its typed sender/],
    ['new BrowserWindow', 'src/main/windows/a.ts', ['open(new BrowserWindow({}));'], /src\/main\/windows/],
    [
      'new BrowserWindow',
      'src/main/windows/a.ts',
      ['open(new electron.BrowserWindow());'],
      /src\/main\/windows/,
    ],
  ];

  test.each(uses)('%s is used in %s and nowhere else: %s', (_name, home, lines, advice) => {
    expect(lint('src/main/elsewhere.ts', ...lines)).toEqual([expect.stringMatching(advice)]);
    expect(lint(home, ...lines)).toEqual([]);
  });
});
