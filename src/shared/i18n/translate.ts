import { en } from './en.ts';
import type { Locale } from './locale.ts';
import type { MessageKey } from './zh-cn.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

const catalogues: Record<Locale, Record<MessageKey, string>> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en };

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** Gives the message function of a language. `{name}` in a message is replaced by `values.name`. */
export function translator(locale: Locale): Translate {
  const catalogue = catalogues[locale];
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
