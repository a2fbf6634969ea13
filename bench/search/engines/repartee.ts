import { existsSync } from 'node:fs';
import { limitYoungGeneration } from '../../../src/main/limit-heap.ts';
import { openReadable } from '../../../src/main/storage/database.ts';
import { openSearchIndex, removeSearchIndex } from '../../../src/main/storage/search-index.ts';
import { documentOfId, makeLibrary } from '../make-library.ts';
import { type Engine, filesIn, rowLimit } from './engine.ts';

const worker = new URL('../../../src/main/storage/search-rebuild-worker.ts', import.meta.url);

/** The app's own storage and index, opened as the app opens them. */
export const repartee: Engine = {
  name: 'Repartee',
  note: 'the app’s own library database and index, 60 rows with snippets',
  async build(folder) {
    const { documents, library, index } = filesIn(folder);
    if (!existsSync(library)) await makeLibrary(library, documents);
    removeSearchIndex(index);
    const db = openReadable(library);
    const made = openSearchIndex({ path: index, library: db, worker });
    await made.settled();
    made.close();
    db.close();
  },
  async open(folder) {
    limitYoungGeneration();
    const files = filesIn(folder);
    const db = openReadable(files.library);
    const index = openSearchIndex({ path: files.index, library: db, worker });
    const now = new Date().toISOString();
    return {
      search: (query) =>
        index.search(query, { now, app: null, limit: rowLimit }).rows.map((row) => documentOfId(row.id)),
      close() {
        index.close();
        db.close();
      },
    };
  },
};
