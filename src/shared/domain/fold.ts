import { simplifiedPairs } from './tables/simplified.ts';

/** Folded UTF-16 code unit of every UTF-16 code unit. */
const foldedCodes = makeFoldTable();

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code += 1) table[code] = code;
  // Cased scripts all lie below U+2C00; accents go where a plain Latin letter remains.
  for (let code = 0; code < 0x2c00; code += 1) table[code] = lowerCase(code);
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = lowerCase(code - 0xfee0);
  table[0x3000] = 0x20;
  table[0x00a0] = 0x20;
  for (let index = 0; index < simplifiedPairs.length; index += 2) {
    table[simplifiedPairs.charCodeAt(index)] = simplifiedPairs.charCodeAt(index + 1);
  }
  for (let code = 0xf900; code <= 0xfaff; code += 1) table[code] = table[compatible(code)] as number;
  return table;
}

function lowerCase(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase();
  const plain = lower.normalize('NFD').charCodeAt(0);
  if (plain >= 0x61 && plain <= 0x7a) return plain;
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Compatibility ideographs have a unified twin that looks the same. */
function compatible(code: number): number {
  const unified = String.fromCharCode(code).normalize('NFC');
  return unified.length === 1 ? unified.charCodeAt(0) : code;
}

/**
 * Folds case, width, accents and traditional characters away, so that equal-looking texts compare equal.
 * Code unit for code unit: an offset in the result is the same offset in `text`.
 */
export function fold(text: string): string {
  const chunk = 8_192;
  let result = '';
  for (let start = 0; start < text.length; start += chunk) {
    const end = Math.min(text.length, start + chunk);
    const codes = new Array<number>(end - start);
    for (let index = start; index < end; index += 1) {
      codes[index - start] = foldedCodes[text.charCodeAt(index)] as number;
    }
    result += String.fromCharCode(...codes);
  }
  return result;
}
