import type { MatchRange } from '../../../shared/domain/search-result.ts';

/**
 * Replaces a stretch of a text field as if it had been typed, so that the browser's own undo takes it back, and selects
 * `select` of it, counted from its start. `execCommand` is old but the only way into that undo.
 */
export function insertText(
  field: HTMLTextAreaElement,
  [from, to]: MatchRange,
  text: string,
  select: MatchRange = [text.length, text.length],
): void {
  field.focus();
  field.setSelectionRange(from, to);
  const typed =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!typed && from !== to + text.length) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(from + select[0], from + select[1]);
}

/** Where a character of a text is drawn, from the element that mirrors the text; null when it is not there. */
export function rectOfOffset(mirror: HTMLElement, offset: number): DOMRect | null {
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left < length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      // The first of two when a line breaks here; a collapsed range has none at the start of a line.
      return range.getClientRects()[0] ?? range.getBoundingClientRect();
    }
    left -= length;
  }
  return null;
}
