import { type Engine, filesIn, rowLimit } from './engine.ts';
import { type PeerDocument, peerTerms, readPeerDocuments } from './peer-documents.ts';

async function nothingToBuild(): Promise<void> {}

function haystackOf({ title, code, pinyin, cat, body }: PeerDocument): string {
  return `${title} ${code} ${pinyin} ${cat} ${body}`;
}

/** Fuse.js: approximate matching of every field of every document. */
export const fuse: Engine = {
  name: 'Fuse.js',
  note: 'fields title, shortcode, pinyin, category, body; threshold 0.3, place ignored',
  build: nothingToBuild,
  async open(folder) {
    const { default: Fuse } = await import('fuse.js');
    const documents = await readPeerDocuments(filesIn(folder).documents);
    const index = new Fuse(documents, {
      keys: [
        { name: 'title', weight: 4 },
        { name: 'code', weight: 4 },
        { name: 'pinyin', weight: 3 },
        { name: 'cat', weight: 1 },
        { name: 'body', weight: 1 },
      ],
      threshold: 0.3,
      ignoreLocation: true,
    });
    return {
      search: (query) =>
        index.search(peerTerms(query).join(' '), { limit: rowLimit }).map((result) => result.item.id),
      close() {},
    };
  },
};

/** uFuzzy: regular expressions over one string a document. */
export const ufuzzy: Engine = {
  name: 'uFuzzy',
  note: 'Unicode mode, terms in any order, one typing error a word; ranked for up to 1,000 matches, else most used first',
  build: nothingToBuild,
  async open(folder) {
    const { default: UFuzzy } = await import('@leeoniya/ufuzzy');
    const documents = await readPeerDocuments(filesIn(folder).documents);
    const haystack = documents.map(haystackOf);
    const engine = new UFuzzy({
      unicode: true,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: '\\p{Ll}\\p{Lu}',
      intraMode: 1,
    });
    return {
      search(query) {
        const [indexes, info, order] = engine.search(haystack, peerTerms(query).join(' '), 5, 1_000);
        const places = info && order ? order.map((place) => info.idx[place] as number) : (indexes ?? []);
        return places.slice(0, rowLimit).map((place) => (documents[place] as PeerDocument).id);
      },
      close() {},
    };
  },
};

/** The npm port of fzf: the letters of the query in their order, anywhere. */
export const fzf: Engine = {
  name: 'fzf (npm)',
  note: 'extended matching of one string a document, ties to the most used',
  build: nothingToBuild,
  async open(folder) {
    const { Fzf, extendedMatch } = await import('fzf');
    const documents = await readPeerDocuments(filesIn(folder).documents);
    const engine = new Fzf(documents, {
      selector: haystackOf,
      limit: rowLimit,
      casing: 'case-insensitive',
      match: extendedMatch,
      tiebreakers: [(a, b) => b.item.fre - a.item.fre],
    });
    return {
      search: (query) => engine.find(peerTerms(query).join(' ')).map((result) => result.item.id),
      close() {},
    };
  },
};
