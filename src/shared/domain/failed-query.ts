/** Longer than this it is a pasted message of a customer rather than words to search by. */
const maxLength = 40;

/**
 * So many digits, with the separators that people write between them left out, may be a phone (7 and more), an ID card (15 or
 * 18), a bank card (16 to 19) or an order number. A year, a size or a model has fewer: `iPhone 15 256G` has five.
 */
const digitsOfNumber = /\d(?:[\s\-–—.·/()+]*\d){5}/;

const hasHan = /\p{Script=Han}/u;

/**
 * What is remembered of a search that found nothing: its text without white space around it, in lower case and half width, so
 * that equal questions are counted together and are still readable. Null for what is not worth it or not ours to keep: a single
 * letter, a whole message, a mail address, anything that looks like the number of a phone, an ID, a card or an order.
 */
export function failedQuery(text: string): string | null {
  const query = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const length = [...query].length;
  if (length > maxLength || length === 0) return null;
  if (length === 1 && !hasHan.test(query)) return null;
  if (!/[\p{L}\p{N}]/u.test(query)) return null;
  if (query.includes('@') || digitsOfNumber.test(query)) return null;
  return query;
}
