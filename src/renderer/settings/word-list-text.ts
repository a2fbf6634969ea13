import type { LintWord } from '../../shared/domain/lint/lint-rule.ts';

/** Lines that could not be read, counted from 1. */
export type LineProblem = { line: number; text: string };

const levels: Record<string, LintWord['level']> = {
  '': 'warn',
  warn: 'warn',
  提醒: 'warn',
  block: 'block',
  禁止: 'block',
};

/** As many words as the setting takes. */
export const mostWords = 5_000;

const longestWord = 60;
const longestInstead = 200;

/** The word list as text, one word a line: `word<TAB>level<TAB>instead`. */
export function writeWordList(words: readonly LintWord[]): string {
  return words.map(({ word, level, instead }) => [word, level, instead].join('\t').trimEnd()).join('\n');
}

/**
 * Reads such a text, also with bars where there are no tabs, as people type it. Empty lines and those that begin with `# ` are left out;
 * a word that comes again counts as it was said last.
 */
export function readWordList(text: string): { words: LintWord[]; problems: LineProblem[] } {
  const words = new Map<string, LintWord>();
  const problems: LineProblem[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '' || /^#\s/.test(line)) continue;
    const cells = line.split(line.includes('\t') ? '\t' : /[|｜]/).map((cell) => cell.trim());
    const [word = '', levelName = '', ...rest] = cells;
    const level = levels[levelName.toLowerCase()];
    const instead = rest.join(' ').trim();
    const readable = word !== '' && word.length <= longestWord && instead.length <= longestInstead;
    if (readable && level !== undefined) words.set(word, { word, level, instead });
    else problems.push({ line: index + 1, text: line.trim().slice(0, 80) });
  }
  return { words: [...words.values()], problems };
}
