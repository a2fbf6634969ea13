/*
 * Characters that nobody sees and that make a text read otherwise than it pastes, or end it halfway: C0 and C1 controls but for
 * TAB and LF, and Unicode's explicit direction embeddings, overrides and isolates (UAX #9). Joiners and variation selectors,
 * which emoji and many scripts need, are not among them.
 */
const hidden = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069';
const oneHidden = new RegExp(`[${hidden}]`);
const everyHidden = new RegExp(`[${hidden}]`, 'g');
const betweenHidden = new RegExp(`([${hidden}])`);

/** Whether a text holds a character that nobody sees. */
export function hasHidden(text: string): boolean {
  return oneHidden.test(text);
}

/** The hidden characters of a text, each once, as `U+202E`. */
export function hiddenNames(text: string): string[] {
  return [...new Set(text.match(everyHidden) ?? [])].map(hiddenName);
}

/** Line breaks as LF, and no hidden character. */
export function withoutHidden(text: string): string {
  return withPlainBreaks(text).replace(everyHidden, '');
}

/** Line breaks as LF, whatever system the text comes from. */
export function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A text cut at its hidden characters, for showing them by name. */
export function splitHidden(text: string): { text: string; hidden: boolean }[] {
  return withPlainBreaks(text)
    .split(betweenHidden)
    .map((piece, index) =>
      index % 2 === 1 ? { text: hiddenName(piece), hidden: true } : { text: piece, hidden: false },
    )
    .filter((piece) => piece.text !== '');
}

function hiddenName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
