import { isBuiltin } from 'node:module';

/** What is wrong with the files of a packaged app, each a line for the reader; none when all is well. */
export function archiveProblems(paths: readonly string[], allowedPackages: ReadonlySet<string>): string[] {
  return [
    ...requiredFiles.filter((path) => !paths.includes(path)).map((path) => `is missing: ${path}`),
    ...requiredPatterns
      .filter((pattern) => !paths.some((path) => pattern.test(path)))
      .map((pattern) => `is missing: ${pattern.source}`),
    ...paths.flatMap((path) => problemOf(path, allowedPackages) ?? []),
  ];
}

/** The packages in `node_modules` that the archive's files belong to, nested ones by their own name. */
export function packagesIn(paths: readonly string[]): Set<string> {
  return new Set(paths.flatMap((path) => packageOf(path) ?? []));
}

/**
 * Packages that a bundle takes from outside: those named by its imports and requires, without files beside it, modules of
 * node and electron.
 */
export function importedPackages(bundle: string): string[] {
  const specifiers = [
    ...bundle.matchAll(/^(?:import|export)\b[^;'"]*["']([^"']+)["'];?$/gm),
    ...bundle.matchAll(/\b(?:require|import)\(["']([^"']+)["']\)/g),
  ].map((match) => match[1] ?? '');
  const outside = specifiers.filter(
    (specifier) =>
      !specifier.startsWith('.') && !isBuiltin(specifier) && !/^electron(?:\/|$)/.test(specifier),
  );
  return [...new Set(outside.map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier))];
}

const requiredFiles = [
  'package.json',
  'out/main/index.js',
  'out/preload/palette.cjs',
  'out/preload/settings.cjs',
  'out/renderer/palette/index.html',
  'out/renderer/settings/index.html',
];

const requiredPatterns = [
  /^out\/renderer\/assets\/palette-[\w-]+\.js$/,
  /^out\/renderer\/assets\/settings-[\w-]+\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
  /^node_modules\/@koromix\/koffi-[\w-]+\/[\w-]+\/koffi\.node$/,
];

const ownPlaces = /^(?:package\.json|out\/main\/.*\.js|out\/preload\/\w+\.cjs|out\/renderer\/.*)$/;

/** Sources, maps, tests and documents: nothing of it runs. */
const neverRuns =
  /\.(?:map|tsx?|mts|cts|c|cc|cpp|h|hh|hpp|gyp|gypi|inc|S|asm|md|log)$|(?:^|\/)(?:__tests__|tests?|spec|benchmarks?)\//;

function problemOf(path: string, allowedPackages: ReadonlySet<string>): string | null {
  if (neverRuns.test(path)) return `does not belong in an app: ${path}`;
  const owner = packageOf(path);
  if (owner === null) return ownPlaces.test(path) ? null : `comes from nowhere in the app: ${path}`;
  return allowedPackages.has(owner) ? null : `is of a package that the app does not need: ${path}`;
}

function packageOf(path: string): string | null {
  return /.*(?:^|\/)node_modules\/(@[^/]+\/[^/]+|[^@/][^/]*)\//.exec(path)?.[1] ?? null;
}
