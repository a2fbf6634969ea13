/*
 * Values from parsed files are looked at by these alone: only own keys count, so that a key such as `__proto__` or `constructor`
 * in a file is data like any other.
 */

export type PlainObject = { readonly [key: string]: unknown };

/** Whether a value of a parsed file is an object with fields, not a list. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of what may be an object; undefined when there is none. */
export function fieldOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A field as text: numbers and booleans are written out, anything else is empty. */
export function textField(value: unknown, key: string): string {
  return asText(fieldOf(value, key));
}

/** A field as a list; empty when it is none. */
export function listField(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? list : [];
}

/** A text, number or truth value as text; empty for anything else. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
