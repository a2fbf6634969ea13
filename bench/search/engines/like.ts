import Database from 'better-sqlite3';
import { type Engine, filesIn, rowLimit } from './engine.ts';
import { peerTerms, readPeerDocuments } from './peer-documents.ts';

/** The simplest thing that works: every row is read for every keystroke. */
export const like: Engine = {
  name: 'SQLite LIKE',
  note: 'title, body, category, shortcode and pinyin joined in one column, most used first',
  async build(folder) {
    const { documents, like: path } = filesIn(folder);
    const db = new Database(path);
    db.exec('CREATE TABLE reply (rank INTEGER PRIMARY KEY, id INTEGER, haystack TEXT)');
    const insert = db.prepare('INSERT INTO reply (id, haystack) VALUES (?, ?)');
    const all = await readPeerDocuments(documents);
    db.transaction(() => {
      for (const { id, title, code, pinyin, cat, body } of all) {
        insert.run(id, [title, code, pinyin, cat, body].join('\n'));
      }
    })();
    db.close();
  },
  async open(folder) {
    const db = new Database(filesIn(folder).like, { readonly: true });
    return {
      search(query) {
        const terms = peerTerms(query).slice(0, 8);
        if (terms.length === 0) return [];
        const where = terms.map(() => `haystack LIKE ? ESCAPE '\\'`).join(' AND ');
        const patterns = terms.map((term) => `%${term.replace(/[\\%_]/g, '\\$&')}%`);
        return db
          .prepare<string[], number>(`SELECT id FROM reply WHERE ${where} ORDER BY rank LIMIT ${rowLimit}`)
          .pluck()
          .all(...patterns);
      },
      close: () => db.close(),
    };
  },
};
