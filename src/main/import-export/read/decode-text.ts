/** A text with the encoding it was found to have, without its byte order mark. */
export type DecodedText = { text: string; encoding: string };

/** How much of a text is looked at to tell encodings apart. */
const sampleBytes = 64 * 1024;

/** Characters that nearly every Chinese text holds, in both scripts, to tell Big5 from GB18030. */
const commonCharacters = new Set(
  '的一是不了我您你请請好有在这這个個们們到时時为為后後谢謝，。！？：、；（）“”分类類内內容标標题題',
);

/**
 * Decodes a text file: UTF-8 or UTF-16 by their marks, else UTF-8 if it is valid, else UTF-16 if every second byte says so, else
 * GB18030 (which also reads GBK and GB2312), or Big5 where that reads more like Chinese.
 * Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  if (!looksBinary(bytes)) {
    const utf8 = decodeStrictly(bytes, 'utf-8');
    if (utf8 !== null) return { text: utf8, encoding: 'UTF-8' };
  }
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return { text: decodeLoosely(bytes, unmarked), encoding: unmarked.toUpperCase() };
  return looksBinary(bytes) ? null : decodeChinese(bytes);
}

function decodeMarked(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: decodeLoosely(bytes, 'utf-8'), encoding: 'UTF-8' };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: decodeLoosely(bytes, 'utf-16le'), encoding: 'UTF-16LE' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: decodeLoosely(bytes, 'utf-16be'), encoding: 'UTF-16BE' };
  }
  return null;
}

/** Text has next to no control bytes; a stray NUL in a cell is no reason to refuse a sheet. */
function looksBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, sampleBytes);
  let controls = 0;
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index] as number;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1;
  }
  return controls > 8 && controls > end / 50;
}

/**
 * UTF-16 without a mark: separators and Latin letters have a zero byte, always on the same side. One side must have many, the
 * other few: 一 is U+4E00.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length & ~1, sampleBytes);
  if (end < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (let index = 0; index < end; index += 1) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = end / 2 / 50;
  if (odd > many && even * 4 < odd) return 'utf-16le';
  if (even > many && odd * 4 < even) return 'utf-16be';
  return null;
}

function decodeChinese(bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, sampleBytes);
  let best: { name: string; score: number } | null = null;
  // UTF-8 once more: a single broken byte must not turn a whole file into wrong characters.
  for (const name of ['GB18030', 'Big5', 'UTF-8']) {
    const score = chineseness(decodeLoosely(sample, name));
    if (score >= 0 && (best === null || score > best.score)) best = { name, score };
  }
  return best === null ? null : { text: decodeLoosely(bytes, best.name), encoding: best.name };
}

/** Share of common characters among those outside ASCII, less ten times that of undecodable ones; below 0: no such text. */
function chineseness(text: string): number {
  let common = 0;
  let broken = 0;
  let all = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    all += 1;
    if (character === '\ufffd') broken += 1;
    else if (commonCharacters.has(character)) common += 1;
  }
  return all === 0 ? 0 : (common - 10 * Math.max(0, broken - 1)) / all;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
