import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStandInElectron, readFuses } from '../../../scripts/pack/stand-in-electron.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-electron-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the executable's fuses are flipped by Electron's own tool and read back", async () => {
  makeStandInElectron(folder, '45.4.1');
  const executable = join(folder, 'electron');
  expect(readFuses(readFileSync(executable))).toMatchObject({ runAsNode: true, onlyLoadAppFromAsar: false });

  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
  });
  expect(readFuses(readFileSync(executable))).toMatchObject({
    runAsNode: false,
    onlyLoadAppFromAsar: true,
    enableNodeOptionsEnvironmentVariable: true,
  });
});

test('an executable without fuses is no Electron', () => {
  expect(() => readFuses(Buffer.from('#!/bin/sh'))).toThrow('no fuses');
});
