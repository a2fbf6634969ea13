import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Manifest = {
  name?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

/**
 * Names of every package that the app at `root` needs to run: its dependencies, theirs, and so on. Optional ones that are
 * not installed here, such as binaries for other systems, are left out.
 */
export function productionPackages(root: string): Set<string> {
  const names = new Set<string>();
  const visit = (folder: string) => {
    for (const name of dependenciesOf(folder)) {
      const found = findPackage(name, folder, root);
      if (found === null || names.has(name)) continue;
      names.add(name);
      visit(found);
    }
  };
  visit(root);
  return names;
}

function dependenciesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
}

/** Looks a package up as node does: in the nearest `node_modules`, then upwards until `root`. */
function findPackage(name: string, from: string, root: string): string | null {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return from === root ? null : findPackage(name, dirname(from), root);
}
