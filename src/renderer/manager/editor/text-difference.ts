import { diffArrays, diffLines } from 'diff';

/** A stretch of a text before and after a change. */
export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

/**
 * Most single changes between two texts that are looked for word by word; beyond it whole lines are compared, and beyond that
 * the texts count as two. Finding them takes time with the square of their number.
 */
const maxChanges = 600;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What changed between two texts, by words; `Intl.Segmenter` knows those of Chinese too. */
export function textDifference(before: string, after: string): Change[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const words = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: maxChanges });
  if (words) return cleaned(words.map(({ added, removed, value }) => change(added, removed, value.join(''))));
  const lines = diffLines(before, after, { maxEditLength: maxChanges });
  if (lines) return cleaned(lines.map(({ added, removed, value }) => change(added, removed, value)));
  return cleaned([change(false, true, before), change(true, false, after)]);
}

function change(added: boolean, removed: boolean, text: string): Change {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text };
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * A single sign or blank that stayed between two changes is taken into them: `甲，乙` to `丙，丁` reads better as one change
 * than as two.
 */
function cleaned(changes: readonly Change[]): Change[] {
  const result: Change[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  changes.forEach(({ kind, text }, index) => {
    if (text === '') return;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isJoint(text) && removed !== '' && added !== '' && index < changes.length - 1) {
      removed += text;
      added += text;
    } else {
      close();
      result.push({ kind, text });
    }
  });
  close();
  return result;
}

function isJoint(text: string): boolean {
  return text.length === 1 && /[\s\p{P}]/u.test(text) && text !== '\n';
}
