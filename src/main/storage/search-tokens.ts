import { withoutVowels } from '../../shared/domain/edit-distance.ts';
import { isSyllable, readingsOf } from '../../shared/domain/pinyin.ts';
import { shortcodeKey } from '../../shared/domain/query.ts';
import type { Unit } from '../../shared/domain/units.ts';
import { splitUnits } from '../../shared/domain/units.ts';

/** The texts of a reply that can be found. */
export type SearchableText = {
  title: string;
  shortcode: string | null;
  categoryPath: readonly string[];
  tags: readonly string[];
  body: string;
};

/**
 * The first character of a token says what the rest is. The index is one column of such tokens, since FTS5 can then
 * answer every question from one list in rank order.
 */
export const marker = {
  bodyGram: '0',
  /** Two neighbouring ideographs of the title, or one alone. */
  titleGram: '1',
  /** First letters of three neighbouring units, fewer at the end. */
  initials: '2',
  /** Spellings of two neighbouring units joined; of the last unit alone. */
  spelling: '3',
  titleWord: '4',
  bodyWord: '5',
  /** First two characters of the title. */
  titleStart: '6',
  labelGram: '7',
  /** Words, spelling and initials of tags and categories. */
  labelWord: '8',
  shortcode: '9',
  /** Spellings of the first two units of the title. */
  spellingStart: 'a',
  /** First letters of the first three units of the title. */
  initialsStart: 'b',
  /** A whole tag: its characters, spelling, or initials. */
  tag: 'c',
  /** A title word without its vowels. */
  skeleton: 'd',
} as const;

/** Longer words and spellings are cut: nobody types more of one. */
export const longestWord = 20;
export const longestStart = 12;
export const initialsWindow = 3;

/** A polyphone multiplies the spellings of its neighbours; this many of one place are kept. */
const maxSpellings = 24;
/** Units of a body that are indexed; longer bodies are found by their beginning. */
const maxBodyUnits = 40_000;

/** All tokens of a reply, separated by spaces. */
export function tokensOf(reply: SearchableText): string {
  const tokens = new Set<string>();
  addTitle(tokens, splitUnits(reply.title));
  for (const tag of reply.tags) addLabel(tokens, splitUnits(tag), true);
  for (const name of reply.categoryPath) addLabel(tokens, splitUnits(name), false);
  if (reply.shortcode !== null) {
    const units = splitUnits(shortcodeKey(reply.shortcode));
    tokens.add(marker.shortcode + joinTexts(units));
  }
  addBody(tokens, splitUnits(reply.body, maxBodyUnits));
  return [...tokens].join(' ');
}

/** Latin words of a title that a misspelt term may mean. */
export function wordsOf(title: string): string[] {
  return splitUnits(title)
    .filter((unit) => unit.kind === 'word' && unit.text.length > 2 && unit.text.length <= longestWord)
    .map((unit) => unit.text);
}

/**
 * Spellings of neighbouring units of a title that read as two syllables: begun and misspelt pinyin is taken for these
 * only. A short Latin word may read as one, as `he` does.
 */
export function syllablePairsOf(title: string): string[] {
  const units = splitUnits(title);
  return units.slice(1).flatMap((unit, index) => {
    const seconds = syllablesOf(unit);
    return syllablesOf(units[index] as Unit).flatMap((first) => seconds.map((second) => first + second));
  });
}

function syllablesOf(unit: Unit): readonly string[] {
  return unit.kind === 'ideograph' || isSyllable(unit.text) ? spellingsOf(unit) : [];
}

function addTitle(tokens: Set<string>, units: readonly Unit[]): void {
  addGrams(tokens, units, marker.titleGram);
  addWords(tokens, units, marker.titleWord);
  for (const word of units.filter((unit) => unit.kind === 'word')) {
    tokens.add(marker.skeleton + withoutVowels(word.text.slice(0, longestWord)));
  }
  const start = [...joinTexts(units.slice(0, 2))].slice(0, 2).join('');
  if (start !== '') tokens.add(marker.titleStart + start);
  for (const spelling of combine(units.slice(0, 2).map(spellingsOf))) {
    tokens.add(marker.spellingStart + spelling.slice(0, longestStart));
  }
  for (const initials of combine(units.slice(0, initialsWindow).map(initialsOf))) {
    tokens.add(marker.initialsStart + initials);
  }
  units.forEach((_, index) => {
    for (const initials of combine(units.slice(index, index + initialsWindow).map(initialsOf))) {
      tokens.add(marker.initials + initials);
    }
    for (const spelling of combine(units.slice(index, index + 2).map(spellingsOf))) {
      tokens.add(marker.spelling + spelling.slice(0, longestWord));
    }
  });
}

function addLabel(tokens: Set<string>, units: readonly Unit[], isTag: boolean): void {
  addGrams(tokens, units, marker.labelGram);
  addWords(tokens, units, marker.labelWord);
  const names = [...combine(units.map(spellingsOf)), ...combine(units.map(initialsOf))];
  for (const name of names) {
    tokens.add(marker.labelWord + name.slice(0, longestWord));
    if (isTag) tokens.add(marker.tag + name.slice(0, longestWord));
  }
  if (isTag) tokens.add(marker.tag + joinTexts(units).slice(0, longestWord));
}

function addBody(tokens: Set<string>, units: readonly Unit[]): void {
  addGrams(tokens, units, marker.bodyGram);
  addWords(tokens, units, marker.bodyWord);
}

function addGrams(tokens: Set<string>, units: readonly Unit[], mark: string): void {
  units.forEach((unit, index) => {
    if (unit.kind !== 'ideograph') return;
    const next = units[index + 1];
    tokens.add(mark + unit.text + (next?.kind === 'ideograph' ? next.text : ''));
  });
}

function addWords(tokens: Set<string>, units: readonly Unit[], mark: string): void {
  for (const unit of units) {
    if (unit.kind !== 'ideograph') tokens.add(mark + unit.text.slice(0, longestWord));
  }
}

function joinTexts(units: readonly Unit[]): string {
  return units.map((unit) => unit.text).join('');
}

function spellingsOf(unit: Unit): readonly string[] {
  return unit.kind === 'ideograph' ? readingsOf(unit.text) : [unit.text.slice(0, longestWord)];
}

function initialsOf(unit: Unit): readonly string[] {
  if (unit.kind !== 'ideograph') return [unit.text.slice(0, 1)];
  const readings = readingsOf(unit.text);
  return readings.length < 2 ? readings.map(firstLetter) : [...new Set(readings.map(firstLetter))];
}

function firstLetter(text: string): string {
  return text.slice(0, 1);
}

/** Every choice of one text from each list, joined; stops at the first list without a text. */
function combine(lists: readonly (readonly string[])[]): string[] {
  let results: string[] = [];
  for (const [index, list] of lists.entries()) {
    if (list.length === 0) break;
    const longer: string[] = [];
    for (const before of index === 0 ? [''] : results) {
      for (const text of list) longer.push(before + text);
    }
    results = longer.length > maxSpellings ? longer.slice(0, maxSpellings) : longer;
  }
  return results;
}
