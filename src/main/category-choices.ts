import type { Category, Id } from '../shared/domain/reply.ts';
import type { CategoryChoice } from '../shared/ipc.ts';
import { listCategories } from './storage/categories.ts';
import type { ReadableDatabase } from './storage/database.ts';
import { personalLibrary } from './storage/libraries.ts';

/** The categories that a new reply can go to, each followed by those inside it. */
export function categoryChoices(db: ReadableDatabase): CategoryChoice[] {
  const library = personalLibrary(db);
  if (!library) return [];
  const children = new Map<Id | null, Category[]>();
  for (const category of listCategories(db)) {
    if (category.libraryId !== library.id) continue;
    const siblings = children.get(category.parentId) ?? [];
    siblings.push(category);
    children.set(category.parentId, siblings);
  }
  const choices: CategoryChoice[] = [];
  const addBelow = (parent: Id | null, parentPath: readonly string[]): void => {
    for (const { id, name, color } of children.get(parent) ?? []) {
      const path = [...parentPath, name];
      choices.push({ id, color, path, library: library.name });
      addBelow(id, path);
    }
  };
  addBelow(null, []);
  return choices;
}
