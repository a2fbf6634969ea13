import { pinyin } from 'pinyin-pro';
import { fold } from '../../src/shared/domain/fold.ts';
import type { BenchDocument, LabelledQuery, TypedQuery } from './documents.ts';
import { type Random, randomFrom } from './random.ts';

/** A document with what the queries are cut from. Readings come from pinyin-pro, not from the tables of the app. */
type Source = BenchDocument & { folded: string; run: string; syllables: string[]; words: string[] };

/** A cold reply, and any words of a body, are asked for so precisely that at most so many others fit, too. */
const maxRivals = 8;
const attempts = 60;

type Maker = {
  cls: string;
  langs: string;
  by: 'title' | 'body' | 'code';
  /** A query for `document`, of `size` (grows until the query is precise enough), and how to tell a rival. */
  make(
    document: Source,
    size: number,
    random: Random,
  ): { q: string; fits: (other: Source) => boolean } | null;
};

const ideographs = /[\u3400-\u9fff]+/g;

/** Labelled queries for a library: `each` used and `each` cold ones a class. */
export function makeLabels(documents: readonly BenchDocument[], each: number): LabelledQuery[] {
  const random = randomFrom(31);
  const sources = documents.map(toSource);
  const hot = sources.filter((source) => source.fre > 0);
  const pickHot = pickByUse(hot, random);
  const labels: LabelledQuery[] = [];
  for (const maker of makers) {
    for (let count = 0; count < each * 2; count += 1) {
      const used = count < each;
      const label = makeLabel(maker, used ? pickHot : () => random.pick(sources), sources, used, random);
      if (label) labels.push(label);
    }
  }
  return labels;
}

/** Queries typed for their speed: the labelled ones, and some that find nothing. */
export function makeTyped(labels: readonly LabelledQuery[], count: number): TypedQuery[] {
  const random = randomFrom(97);
  const typed = Array.from({ length: count }, () => {
    const { cls, q } = random.pick(labels);
    return { cls, q };
  });
  for (let index = 0; index < count / 10; index += 1) {
    const letters = Array.from({ length: 5 }, () => String.fromCharCode(97 + random.between(0, 25)));
    typed.push({ cls: 'nothing', q: letters.join('') });
  }
  return typed;
}

function makeLabel(
  maker: Maker,
  pick: () => Source,
  sources: readonly Source[],
  used: boolean,
  random: Random,
): LabelledQuery | null {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const target = pick();
    if (!maker.langs.includes(target.lang)) continue;
    // What is known by heart is asked for with few characters, but with more than the very first.
    for (let size = used ? random.between(2, 4) : 2; size <= 8; size += 1) {
      const made = maker.make(target, size, random);
      if (!made) break;
      const isShort = used && maker.by !== 'body';
      if (!isShort && countRivals(sources, target, maker.by, made.fits) > maxRivals) continue;
      const { id: t, title, body, code } = target;
      return { cls: maker.cls, kind: used ? 'used' : 'cold', q: made.q, t, by: maker.by, title, body, code };
    }
  }
  return null;
}

function countRivals(
  sources: readonly Source[],
  target: Source,
  by: Maker['by'],
  fits: (other: Source) => boolean,
): number {
  let count = 0;
  for (const source of sources) {
    if (source[by] !== target[by] && fits(source)) count += 1;
    if (count > maxRivals) break;
  }
  return count;
}

function toSource(document: BenchDocument): Source {
  const folded = fold(document.title);
  const run = (folded.match(ideographs) ?? []).join('');
  return {
    ...document,
    folded,
    run,
    syllables: run === '' ? [] : pinyin(run, { toneType: 'none', type: 'array', v: true }),
    words: folded.split(/[^a-z]+/).filter((word) => word.length > 2),
  };
}

function pickByUse(hot: readonly Source[], random: Random): () => Source {
  let sum = 0;
  const sums = hot.map((source) => {
    sum += source.fre;
    return sum;
  });
  return () => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return hot[low] as Source;
  };
}

/** `size` characters from anywhere in a text; null when it is shorter. */
function cut(text: string, size: number, random: Random): string | null {
  if (text.length < size) return null;
  const start = random.between(0, text.length - size);
  return text.slice(start, start + size);
}

function misspell(word: string, random: Random): string {
  const place = random.between(0, word.length - 2);
  const letter = String.fromCharCode(97 + random.between(0, 25));
  const kinds = [
    word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2),
    word.slice(0, place) + letter + word.slice(place + 1),
    word.slice(0, place) + word.slice(place + 1),
    word.slice(0, place) + letter + word.slice(place),
  ];
  return random.pick(kinds);
}

/** A stretch of a title's syllables and how to tell whether another title has it. */
function syllableCut(document: Source, size: number, random: Random) {
  const { syllables } = document;
  if (syllables.length < size) return null;
  const start = random.next() < 0.6 ? 0 : random.between(0, syllables.length - size);
  const part = syllables.slice(start, start + size);
  const initials = part.map((syllable) => syllable[0]).join('');
  const fits = (other: Source) =>
    other.syllables
      .map((syllable) => syllable[0])
      .join('')
      .includes(initials);
  return { part, initials, fits };
}

function pinyinMaker(cls: string, query: (part: string[], random: Random) => string): Maker {
  return {
    cls,
    langs: 'cn tw',
    by: 'title',
    make(document, size, random) {
      const made = syllableCut(document, size + 1, random);
      return made && { q: query(made.part, random), fits: made.fits };
    },
  };
}

function wordsMaker(cls: string, query: (words: string[], random: Random) => string): Maker {
  return {
    cls,
    langs: 'en',
    by: 'title',
    make(document, size, random) {
      const chosen = document.words.slice(0, size);
      if (chosen.length < size) return null;
      const fits = (other: Source) =>
        chosen.every((word) => other.words.some((candidate) => candidate.startsWith(word.slice(0, 4))));
      return { q: query(chosen, random), fits };
    },
  };
}

function initialsOf(part: readonly string[]): string {
  return part.map((syllable) => syllable[0]).join('');
}

const makers: Maker[] = [
  {
    cls: 'title part',
    langs: 'cn tw',
    by: 'title',
    make({ title }, size, random) {
      const q = cut(
        (title.match(ideographs) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? '',
        size,
        random,
      );
      return q === null ? null : { q, fits: (other) => other.folded.includes(fold(q)) };
    },
  },
  {
    cls: 'body part',
    langs: 'cn tw',
    by: 'body',
    make({ body }, size, random) {
      const q = cut(random.pick(body.match(ideographs) ?? ['']), size + 3, random);
      return q === null ? null : { q, fits: (other) => fold(other.body + other.title).includes(fold(q)) };
    },
  },
  {
    cls: 'two terms reversed',
    langs: 'cn tw',
    by: 'title',
    make({ run }, size) {
      if (run.length < size * 2 + 1) return null;
      const terms = [run.slice(-size), run.slice(0, size)];
      return { q: terms.join(' '), fits: (other) => terms.every((term) => other.run.includes(term)) };
    },
  },
  pinyinMaker('initials', (part) => initialsOf(part)),
  pinyinMaker('full pinyin', (part) => part.join('')),
  pinyinMaker('mixed pinyin', ([first = '', ...rest]) => first + initialsOf(rest)),
  pinyinMaker('misspelt pinyin', (part, random) => misspell(part.join(''), random)),
  {
    cls: 'characters and pinyin',
    langs: 'cn',
    by: 'title',
    make(document, size) {
      const { run, syllables } = document;
      if (run.length < size + 1) return null;
      const head = run.slice(0, 2);
      const tail = initialsOf(syllables.slice(2, size + 1));
      const fits = (other: Source) => {
        const at = other.run.indexOf(head);
        return at >= 0 && initialsOf(other.syllables.slice(at + 2)).startsWith(tail);
      };
      return { q: head + tail, fits };
    },
  },
  wordsMaker('word beginnings', (words, random) =>
    words.map((word) => word.slice(0, random.between(3, 5))).join(' '),
  ),
  wordsMaker('misspelt word', (words, random) => {
    const place = words.findIndex((word) => word.length >= 6);
    return words.map((word, index) => (index === place ? misspell(word, random) : word)).join(' ');
  }),
  wordsMaker('words without vowels', (words) =>
    words.map((word) => word[0] + word.slice(1).replace(/[aeiou]/g, '')).join(' '),
  ),
  {
    cls: 'category and term',
    langs: 'cn tw',
    by: 'title',
    make({ cat, run }, size) {
      if (run.length < size) return null;
      const term = run.slice(0, size);
      return { q: `${cat} ${term}`, fits: (other) => other.cat === cat && other.run.includes(term) };
    },
  },
  {
    cls: 'shortcode',
    langs: 'cn tw en',
    by: 'code',
    make: ({ code }, _, random) => ({
      q: random.next() < 0.5 ? code : code.slice(1),
      fits: (other) => other.code === code,
    }),
  },
  {
    cls: 'other script',
    langs: 'tw',
    by: 'title',
    make({ run }, size, random) {
      const q = cut(run, size + 1, random);
      return q === null ? null : { q, fits: (other) => other.run.includes(q) };
    },
  },
];
