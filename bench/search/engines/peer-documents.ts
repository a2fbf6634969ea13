import { fold } from '../../../src/shared/domain/fold.ts';
import { readingsOf } from '../../../src/shared/domain/pinyin.ts';
import { splitUnits } from '../../../src/shared/domain/units.ts';
import { readDocuments } from '../documents.ts';

/** A document as the peers get it: folded, and with the pinyin that none of them makes by itself. */
export type PeerDocument = {
  id: number;
  title: string;
  body: string;
  cat: string;
  code: string;
  /** Initials and full spelling of the title by the commonest readings. */
  pinyin: string;
  fre: number;
};

/** All documents, the most used first, so that engines that keep the order of equals profit from it. */
export async function readPeerDocuments(path: string): Promise<PeerDocument[]> {
  const documents: PeerDocument[] = [];
  for await (const { id, title, body, cat, code, fre } of readDocuments(path)) {
    const folded = fold(title);
    documents.push({
      id,
      title: folded,
      body: fold(body),
      cat: fold(cat),
      code: fold(code),
      pinyin: spell(folded),
      fre,
    });
  }
  return documents.sort((a, b) => b.fre - a.fre);
}

function spell(title: string): string {
  const spellings = splitUnits(title).map((unit) =>
    unit.kind === 'ideograph' ? (readingsOf(unit.text)[0] ?? '') : unit.text,
  );
  return `${spellings.map((spelling) => spelling.slice(0, 1)).join('')} ${spellings.join('')}`;
}

/** The folded terms of a query; none of the peers knows about the slash of shortcodes. */
export function peerTerms(query: string): string[] {
  return fold(query)
    .replace(/^\//, '')
    .split(/\s+/)
    .filter((term) => term !== '');
}
