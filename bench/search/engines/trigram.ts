import Database from 'better-sqlite3';
import { type Engine, filesIn, rowLimit } from './engine.ts';
import { peerTerms, readPeerDocuments } from './peer-documents.ts';

/** SQLite's own full-text search with the trigram tokenizer, which also serves LIKE for terms of under three characters. */
export const trigram: Engine = {
  name: 'FTS5 trigram',
  note: 'with a pinyin column; terms under three characters by LIKE; most used first',
  async build(folder) {
    const { documents, trigram: path } = filesIn(folder);
    const db = new Database(path);
    db.exec(
      `CREATE VIRTUAL TABLE reply USING fts5 (title, body, cat, code, pinyin, id UNINDEXED, tokenize = 'trigram')`,
    );
    const insert = db.prepare(
      'INSERT INTO reply (title, body, cat, code, pinyin, id) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const all = await readPeerDocuments(documents);
    db.transaction(() => {
      for (const { id, title, body, cat, code, pinyin } of all)
        insert.run(title, body, cat, code, pinyin, id);
    })();
    db.exec(`INSERT INTO reply (reply) VALUES ('optimize')`);
    db.close();
  },
  async open(folder) {
    const db = new Database(filesIn(folder).trigram, { readonly: true });
    const columns = ['title', 'body', 'cat', 'code', 'pinyin'];
    return {
      search(query) {
        const terms = peerTerms(query).slice(0, 8);
        if (terms.length === 0) return [];
        const long = terms.filter((term) => [...term].length >= 3);
        const short = terms.filter((term) => [...term].length < 3);
        const conditions: string[] = [];
        const values: string[] = [];
        if (long.length > 0) {
          conditions.push('reply MATCH ?');
          values.push(long.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND '));
        }
        for (const term of short) {
          conditions.push(`(${columns.map((column) => `${column} LIKE ?`).join(' OR ')})`);
          values.push(...columns.map(() => `%${term}%`));
        }
        return db
          .prepare<string[], number>(
            `SELECT id FROM reply WHERE ${conditions.join(' AND ')} ORDER BY rowid LIMIT ${rowLimit}`,
          )
          .pluck()
          .all(...values);
      },
      close: () => db.close(),
    };
  },
};
