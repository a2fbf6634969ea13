/** Weights of the first 17 digits and check characters by remainder: GB 11643-1999, ISO 7064 MOD 11-2. */
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const residentChecks = '10x98765432';

/** An 18-digit resident identity number of the mainland with its right check character, `x` in lower case. */
export function isChineseResidentId(text: string): boolean {
  if (!/^\d{17}[\dx]$/.test(text)) return false;
  const sum = residentWeights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return residentChecks[sum % 11] === text[17];
}

/** Taiwan's letters in the order of the numbers 10 to 35 that stand for them. */
const taiwanLetters = 'abcdefghjklmnpqrstuvxywzio';

/** An identity or resident number of Taiwan, one letter (lower case) and nine digits, with its right check digit. */
export function isTaiwanId(text: string): boolean {
  if (!/^[a-z]\d{9}$/.test(text)) return false;
  const place = taiwanLetters.indexOf(text.charAt(0)) + 10;
  let sum = Math.floor(place / 10) + (place % 10) * 9;
  for (let index = 1; index < 9; index += 1) sum += Number(text[index]) * (9 - index);
  return (sum + Number(text[9])) % 10 === 0;
}

/**
 * A bank card: UnionPay (62, 16 to 19 digits), Visa (4, 16 digits), Mastercard (51 to 55, 16 digits) or JCB (35, 16
 * digits), with a right check digit after Luhn (ISO/IEC 7812-1). Spaces and hyphens between digits are skipped.
 */
export function isBankCard(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14})$/.test(digits)) return false;
  if (isChineseResidentId(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
