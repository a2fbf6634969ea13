import { closeSync, openSync, writeSync } from 'node:fs';
import { Converter } from 'opencc-js';
import type { BenchDocument } from './documents.ts';
import { type Random, randomFrom } from './random.ts';
import * as words from './words.ts';

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const seed = 7_001;
/** Share of the replies that are used, and the most of them. */
const usedShare = 0.25;
const maxUsed = 4_000;

/**
 * Writes a library of `count` replies, one JSON line each: three fifths simplified, one fifth traditional, one fifth
 * English, with use falling off from few favourites to many that are used once. The same for the same count.
 */
export function writeDocuments(path: string, count: number): void {
  const file = openSync(path, 'w');
  const used = Math.min(maxUsed, Math.floor(count * usedShare));
  let lines: string[] = [];
  for (let id = 0; id < count; id += 1) {
    lines.push(JSON.stringify(makeDocument(id, count, used)));
    if (lines.length === 5_000 || id === count - 1) {
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  closeSync(file);
}

function makeDocument(id: number, count: number, used: number): BenchDocument {
  const random = randomFrom(seed + id * 7_919);
  const share = random.next();
  const lang = share < 0.6 ? 'cn' : share < 0.8 ? 'tw' : 'en';
  const text = lang === 'en' ? english(random) : chinese(random);
  const document = { id, lang, ...text, ...usage(id, count, used, random) };
  if (lang !== 'tw') return document;
  const { title, body, cat } = document;
  return { ...document, title: toTraditional(title), body: toTraditional(body), cat: toTraditional(cat) };
}

/** Uses fall with the rank of a reply (Zipf); which reply has which rank is scattered over the library. */
function usage(id: number, count: number, used: number, random: Random) {
  const step = coprimeNear(count);
  const rank = (id * step) % count;
  if (rank >= used) return { cnt: 0, age: 9_999, fre: 0 };
  const cnt = Math.max(1, Math.round(1_500 / (rank + 1) ** 0.85));
  const age = Number((-Math.log(1 - random.next()) * 15).toFixed(2));
  return { cnt, age, fre: Number((cnt * 0.5 ** (age / 14)).toFixed(3)) };
}

function coprimeNear(count: number): number {
  let step = Math.floor(count * 0.618) | 1;
  while (divisor(step, count) !== 1) step += 2;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function chinese(random: Random) {
  const { pick, between, next } = random;
  const product = pick(words.products);
  const topic = pick(words.topics);
  const trait = pick(words.traits);
  const [cat, prefix] = pick(words.categories);
  const titles = [
    `${topic}${pick(words.occasions)}`,
    `${product}${topic}`,
    `${trait}${product}${topic}`,
    `${topic}（${product}）`,
    `${pick(words.places)}${pick(words.carriers)}${topic}`,
    `${topic}-${trait}${product}-${pick(words.occasions)}`,
    `${between(2, 30)}天${topic}${pick(words.occasions)}`,
    `VIP${topic} ${product}`,
  ];
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w)\}/g, (_, key: string) => {
      if (key === 'p') return product;
      if (key === 't') return next() < 0.5 ? topic : pick(words.topics);
      if (key === 'c') return pick(words.carriers);
      if (key === 'w') return pick(words.places);
      return key === 'r' ? pick(words.causes) : String(between(2, 30));
    });
  const middle = Array.from({ length: between(1, 3) }, () => fill(pick(words.sentences)));
  return {
    title: pick(titles),
    body: `${pick(words.openings)}，${middle.join('。')}。${pick(words.closings)}。`,
    cat,
    code: `/${prefix}${between(1, 9_999)}`,
  };
}

function english(random: Random) {
  const { pick, between } = random;
  const product = pick(words.englishProducts);
  const trait = pick(words.englishTraits);
  const topic = pick(words.englishTopics);
  const capital = topic.charAt(0).toUpperCase() + topic.slice(1);
  const titles = [
    `${capital} ${pick(words.englishOccasions)}`,
    `${capital} for ${trait} ${product}`,
    `${capital} (${product})`,
    `${trait.charAt(0).toUpperCase()}${trait.slice(1)} ${product}: ${topic}`,
  ];
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w)\}/g, (_, key: string) =>
      key === 'p' ? product : key === 't' ? topic : String(between(2, 30)),
    );
  const middle = Array.from({ length: between(1, 2) }, () => fill(pick(words.englishSentences)));
  const initials = topic.split(' ').map((word) => word[0]);
  return {
    title: pick(titles),
    body: `Hello, ${middle.join('. ')}. Thank you.`,
    cat: pick(words.englishCategories),
    code: `/${initials.join('')}${between(1, 999)}`,
  };
}
