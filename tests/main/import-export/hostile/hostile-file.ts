import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Limits } from '../../../../src/main/import-export/read/limits.ts';
import type { ImportProblem } from '../../../../src/shared/contract/transfer-calls.ts';

/** What a reader makes of a file: `read`, or the kind of problem. */
export type Fate = 'read' | ImportProblem['kind'];

/** A file that means harm, or was harmed, and what may become of it. */
export type HostileFile = {
  title: string;
  /** Makes it below an empty folder and gives its path. */
  make: (folder: string) => string | Promise<string>;
  /** Every fate that is right; any is when left out, as long as it is a clear one. */
  fates?: readonly Fate[];
  limits?: Partial<Limits>;
};

/** A hostile file of this content, under this name. */
export function file(
  title: string,
  name: string,
  content: string | Uint8Array | (() => string | Uint8Array),
  fates?: readonly Fate[],
  limits?: Partial<Limits>,
): HostileFile {
  return {
    title,
    make: (folder) => write(folder, name, typeof content === 'function' ? content() : content),
    ...(fates === undefined ? {} : { fates }),
    ...(limits === undefined ? {} : { limits }),
  };
}

export function write(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A file cut off at so many places, spread over its length. */
export function truncations(name: string, content: Uint8Array, count: number): HostileFile[] {
  return Array.from({ length: count }, (_, index) => {
    const length = Math.floor((content.length * (index + 0.5)) / count);
    return file(`${name} cut off after ${length} bytes`, name, content.subarray(0, length));
  });
}

/** A stream of random numbers from 0 to 1 that is the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
