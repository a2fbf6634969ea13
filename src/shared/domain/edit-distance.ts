/**
 * Whether `typed` becomes the beginning of `word` by one edit: a letter replaced, left out, added, or two neighbours
 * swapped. `refnud` is one edit from the beginning of `refunds`. Equal beginnings do not count.
 */
export function isOneEditFromPrefix(typed: string, word: string): boolean {
  let same = 0;
  while (same < typed.length && same < word.length && typed[same] === word[same]) same += 1;
  if (same === typed.length) return false;
  const replaced = word.startsWith(typed.slice(same + 1), same + 1) && word.length > same;
  const missing = word.startsWith(typed.slice(same), same + 1);
  const extra = word.startsWith(typed.slice(same + 1), same);
  const swapped =
    typed[same] === word[same + 1] &&
    typed[same + 1] === word[same] &&
    word.startsWith(typed.slice(same + 2), same + 2);
  return replaced || missing || extra || swapped;
}

/**
 * Whether `typed` abbreviates `word` by leaving letters out, as `rfnd` does for `refund`: it keeps the first letter
 * and the order, and is shorter.
 */
export function isAbbreviation(typed: string, word: string): boolean {
  if (typed.length < 2 || typed.length >= word.length || typed[0] !== word[0]) return false;
  let next = 1;
  for (let index = 1; index < word.length && next < typed.length; index += 1) {
    if (word[index] === typed[next]) next += 1;
  }
  return next === typed.length;
}

/** A word without its vowels but for the first letter, as people shorten it: `refund` is `rfnd`. */
export function withoutVowels(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');
}

/** Whether one edit turns `a` into `b`: a letter replaced, left out, added, or two neighbours swapped. */
export function isOneEdit(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  if (same === a.length && same === b.length) return false;
  const restOfA = a.slice(same + 1);
  const restOfB = b.slice(same + 1);
  if (restOfA === restOfB || restOfA === b.slice(same) || a.slice(same) === restOfB) return true;
  return a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2);
}
