import { randomUUID } from 'node:crypto';

/** Something that main shows a page of its own for a moment, such as a sheet to be printed. */
export type TemporaryResource = { bytes: Buffer<ArrayBuffer>; type: string };

/** What `app://repartee/temporary/<name>` serves. The names are random, so that no page guesses another's. */
export type TemporaryResources = {
  /** Offers a resource until `remove` is called. */
  add: (resource: TemporaryResource) => { url: string; remove: () => void };
  find: (name: string) => TemporaryResource | null;
};

/** Makes an empty collection. */
export function createTemporaryResources(): TemporaryResources {
  const resources = new Map<string, TemporaryResource>();
  return {
    add(resource) {
      const name = randomUUID();
      resources.set(name, resource);
      return { url: `app://repartee/temporary/${name}`, remove: () => void resources.delete(name) };
    },
    find: (name) => resources.get(name) ?? null,
  };
}
