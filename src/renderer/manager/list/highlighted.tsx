import { Highlight } from '../../ui/highlight.tsx';

/** Text with the words of a search marked where they stand in it literally; matches by pinyin have no marks. */
export function Highlighted({ text, words }: { text: string; words: readonly string[] }) {
  return <Highlight text={text} ranges={rangesOf(text, words)} />;
}

/** The words of a search that can be marked. */
export function searchWords(text: string): string[] {
  return text
    .trim()
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}

/** Where `words` stand in `text`, ascending and not overlapping, in UTF-16 code units. */
export function rangesOf(text: string, words: readonly string[]): [number, number][] {
  if (words.length === 0) return [];
  const folded = text.toLocaleLowerCase();
  // Folding can change the length of a text (such as `İ`): places would then not fit.
  if (folded.length !== text.length) return [];
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
  }
  found.sort(([one], [other]) => one - other);
  const ranges: [number, number][] = [];
  for (const [from, to] of found) {
    const last = ranges.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}
