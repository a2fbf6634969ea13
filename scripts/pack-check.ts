/**
 * Packs the app for Linux around a stand-in for Electron's distribution, so that nothing is downloaded, and checks what
 * came out: `npm run pack:check`. Ends with code 1 when something is wrong.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage, statFile } from '@electron/asar';
import { Arch, build, Platform } from 'electron-builder';
import { archiveProblems, importedPackages, packagesIn } from './pack/archive-rules.ts';
import { productionPackages } from './pack/production-packages.ts';
import { type FuseName, makeStandInElectron, readFuses } from './pack/stand-in-electron.ts';

const root = join(import.meta.dirname, '..');

const wantedFuses: Record<FuseName, boolean> = {
  runAsNode: false,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

const wantedResources = [
  'app.asar',
  'icons/icon.png',
  'icons/tray.ico',
  'icons/tray.png',
  'icons/tray@2x.png',
  'icons/trayTemplate.png',
  'icons/trayTemplate@2x.png',
  'starter/en/library.json',
  'starter/zh-CN/library.json',
  'starter/zh-TW/library.json',
];

/** One wrong pattern lets hundreds of files in; the first few say which. */
const findingsShown = 20;

// Set at the very end: the exit hook that electron-builder installs would make any other code a 0.
let passed = false;
process.once('exit', () => {
  process.exitCode = passed ? 0 : 1;
});

const work = mkdtempSync(join(tmpdir(), 'pack-check-'));
try {
  if (!existsSync(join(root, 'out/main/index.js'))) buildBundles();
  const app = await pack(work);
  const failed = [
    check('The archive holds the app and nothing else', archiveFindings(app)),
    check('The bundles find there what they import', importFindings(app)),
    check('Its package.json names production dependencies only', manifestFindings(app)),
    check('Native binaries lie outside the archive and load', nativeFindings(app, work)),
    check('Starter libraries and icons lie beside the archive', resourceFindings(app)),
    check('Fuses are set', fuseFindings(app)),
    check('Only the languages of the app are left', localeFindings(app)),
  ].filter((ok) => !ok).length;
  printSizes(app);
  passed = failed === 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function buildBundles(): void {
  process.stdout.write('out/ is missing: building it first\n');
  execFileSync(join(root, 'node_modules/.bin/electron-vite'), ['build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** Packs into `work` and returns the folder of the unpacked app. */
async function pack(work: string): Promise<string> {
  const electronDist = join(work, 'electron');
  makeStandInElectron(electronDist, readManifest(join(root, 'node_modules/electron')).version);
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    publish: 'never',
    config: { electronDist, directories: { output: join(work, 'dist') } },
  });
  return join(work, 'dist/linux-unpacked');
}

type Manifest = {
  version: string;
  main: string;
  dependencies: object;
  devDependencies?: object;
  scripts?: object;
};

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function archivePaths(app: string): string[] {
  const archive = join(app, 'resources/app.asar');
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replace(/^[\\/]/, ''));
  return paths.filter((path) => !('files' in statFile(archive, path)));
}

function archiveFindings(app: string): string[] {
  const paths = archivePaths(app);
  process.stdout.write(`  ${paths.length} files; packages: ${[...packagesIn(paths)].sort().join(', ')}\n`);
  return archiveProblems(paths, productionPackages(root));
}

function importFindings(app: string): string[] {
  const paths = archivePaths(app);
  const packed = packagesIn(paths);
  const bundles = paths.filter((path) => /^out\/(?:main|preload)\//.test(path));
  return bundles.flatMap((path) =>
    importedPackages(readFileSync(join(extracted(app), path), 'utf8'))
      .filter((name) => !packed.has(name))
      .map((name) => `${path} imports ${name}, which is not packed (if out/ is old, build it again)`),
  );
}

function manifestFindings(app: string): string[] {
  const packed = readManifest(extracted(app));
  const own = readManifest(root);
  const findings: string[] = [];
  if (packed.devDependencies) findings.push('still has devDependencies');
  if (packed.scripts) findings.push('still has scripts');
  if (packed.main !== own.main) findings.push(`starts with ${packed.main}`);
  const [has, wanted] = [packed, own].map(({ dependencies }) => JSON.stringify(dependencies));
  if (has !== wanted) findings.push(`has other dependencies: ${has}`);
  return findings;
}

function nativeFindings(app: string, work: string): string[] {
  const unpacked = join(app, 'resources/app.asar.unpacked');
  const binaries = archivePaths(app).filter((path) => path.endsWith('.node'));
  const findings = binaries
    .filter((path) => !existsSync(join(unpacked, path)))
    .map((path) => `inside: ${path}`);
  findings.push(
    ...filesBelow(unpacked)
      .filter((path) => !binaries.includes(path))
      .map((path) => `unpacked without need: ${path}`),
  );

  // What was left of the packages has to be enough: they are used from the packed files, by nothing but node.
  const script = `
    const Database = require('better-sqlite3');
    const koffi = require('koffi');
    const version = new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get();
    const getpid = koffi.load(null).func('int getpid()');
    if (getpid() !== process.pid) throw new Error('koffi called something else');
    console.log('  SQLite ' + version + ', koffi ' + koffi.version);
  `;
  try {
    const output = execFileSync(process.execPath, ['-e', script], {
      cwd: extracted(app),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    process.stdout.write(output);
  } catch (error) {
    findings.push(`do not load: ${String((error as { stderr?: unknown }).stderr ?? error)}`);
  }
  return findings.map((finding) => finding.replaceAll(work, ''));
}

function resourceFindings(app: string): string[] {
  const found = filesBelow(join(app, 'resources')).filter((path) => !path.startsWith('app.asar.unpacked/'));
  const missing = wantedResources.filter((path) => !found.includes(path)).map((path) => `missing: ${path}`);
  const foreign = found
    .filter((path) => !wantedResources.includes(path) && !/^starter\/[\w-]+\/images\/[\w.-]+$/.test(path))
    .map((path) => `not expected: ${path}`);
  return [...missing, ...foreign];
}

function fuseFindings(app: string): string[] {
  const fuses = readFuses(readFileSync(join(app, 'repartee')));
  return Object.entries(wantedFuses)
    .filter(([name, wanted]) => fuses[name as FuseName] !== wanted)
    .map(([name, wanted]) => `${name} is ${fuses[name as FuseName]}, not ${wanted}`);
}

function localeFindings(app: string): string[] {
  const locales = readdirSync(join(app, 'locales')).sort().join(' ');
  return locales === 'en-US.pak zh-CN.pak zh-TW.pak' ? [] : [`there are ${locales}`];
}

/** The archive's files in a folder, unpacked ones included; extracted once. */
function extracted(app: string): string {
  const folder = join(app, '../extracted');
  if (!existsSync(folder)) extractAll(join(app, 'resources/app.asar'), folder);
  return folder;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

function check(what: string, findings: readonly string[]): boolean {
  process.stdout.write(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${what}\n`);
  for (const finding of findings.slice(0, findingsShown)) process.stdout.write(`       ${finding}\n`);
  const rest = findings.length - findingsShown;
  if (rest > 0) process.stdout.write(`       and ${rest} more\n`);
  return findings.length === 0;
}

function printSizes(app: string): void {
  const resources = join(app, 'resources');
  const sizes = {
    'app.asar': statSync(join(resources, 'app.asar')).size,
    'app.asar.unpacked': bytesBelow(join(resources, 'app.asar.unpacked')),
    starter: bytesBelow(join(resources, 'starter')),
    icons: bytesBelow(join(resources, 'icons')),
  };
  for (const [name, bytes] of Object.entries(sizes)) {
    process.stdout.write(`size   ${name}: ${(bytes / 1024 / 1024).toFixed(2)} MB\n`);
  }
}

function bytesBelow(folder: string): number {
  return filesBelow(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}
