import type { Locale } from './locale.ts';

/** The words of one area of the interface in all languages; every language has the same keys. */
export type Catalogue<Key extends string> = Record<Locale, Record<Key, string>>;

/** Declares a catalogue: the keys of the Chinese words are the reference for the others. */
export function catalogue<Key extends string>(
  zhCn: Record<Key, string>,
  zhTw: Record<NoInfer<Key>, string>,
  en: Record<NoInfer<Key>, string>,
): Catalogue<Key> {
  return { 'zh-CN': zhCn, 'zh-TW': zhTw, en };
}

/** Looks words up by key; `{name}` in a message is replaced by `values.name`. */
export type Words<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

/** Gives the message function of an area in a language. */
export function wordsOf<Key extends string>(messages: Catalogue<Key>, locale: Locale): Words<Key> {
  return (key, values = {}) =>
    messages[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
