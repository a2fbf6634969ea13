import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What stands in front of the fuses in Electron's executable, so that tools find them (`@electron/fuses`, constants.ts),
 * then the version of the wire and the number of fuses on it.
 */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

export type FuseName = (typeof fuseNames)[number];

/** States in a fresh Electron, in the order of the wire: run as node, NODE_OPTIONS, inspect and file privileges are on. */
const freshWire = '10110001';

/** Files of Electron's Linux distribution that packaging copies; what is in them does not matter here. */
const distributionFiles = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_100_percent.pak',
  'chrome_crashpad_handler',
  'icudtl.dat',
  'libEGL.so',
  'libGLESv2.so',
  'libffmpeg.so',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
];

/** Languages of the distribution: those that the app keeps, and some that it drops. */
const distributionLocales = ['de', 'en-GB', 'en-US', 'ja', 'zh-CN', 'zh-TW'];

/** Makes a folder with the shape of Electron's Linux distribution, whose executable can have its fuses flipped. */
export function makeStandInElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  for (const name of distributionFiles) writeFileSync(join(folder, name), name);
  for (const locale of distributionLocales) writeFileSync(join(folder, `locales/${locale}.pak`), locale);
  writeFileSync(join(folder, 'version'), version);

  const executable = join(folder, 'electron');
  const wire = Buffer.concat([Buffer.from([1, freshWire.length]), Buffer.from(freshWire)]);
  writeFileSync(executable, Buffer.concat([Buffer.from(`#!/bin/false\n${fuseSentinel}`), wire]));
  chmodSync(executable, 0o755);
}

/** Reads the fuses of an Electron executable: true is on, false is off, null is missing or removed. */
export function readFuses(executable: Buffer): Record<FuseName, boolean | null> {
  const sentinelAt = executable.indexOf(fuseSentinel);
  if (sentinelAt < 0) throw new Error('The executable has no fuses');
  const lengthAt = sentinelAt + fuseSentinel.length + 1;
  const length = executable.readUInt8(lengthAt);
  const states = executable.toString('latin1', lengthAt + 1, lengthAt + 1 + length);

  const entries = fuseNames.map((name, index) => {
    const state = states[index];
    return [name, state === '1' ? true : state === '0' ? false : null];
  });
  return Object.fromEntries(entries);
}
