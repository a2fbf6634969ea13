import type { LibraryTree } from '../../../../src/shared/contract/library-calls.ts';
import type { Id } from '../../../../src/shared/domain/reply.ts';

/** A category as `name < parent`; its id is its name. */
function category(name: string, parentId: Id | null, position: number, libraryId = 'mine') {
  return { id: name, libraryId, parentId, name, color: null, position, count: 1 };
}

/**
 * Two libraries. Mine: returns (steps (photos), refunds), shipping, invoices. Team: greetings.
 * Three replies of mine have no category.
 */
export function sampleTree(): LibraryTree {
  return {
    libraries: [
      { id: 'mine', name: 'Mine', tier: 'personal', origin: null, count: 10, uncategorized: 3 },
      { id: 'team', name: 'Team', tier: 'team', origin: null, count: 4, uncategorized: 0 },
    ],
    categories: [
      category('returns', null, 0),
      category('shipping', null, 1),
      category('invoices', null, 2),
      category('greetings', null, 0, 'team'),
      category('steps', 'returns', 0),
      category('refunds', 'returns', 1),
      category('photos', 'steps', 0),
    ],
    tags: [],
    trash: 2,
    drafts: 1,
  };
}
