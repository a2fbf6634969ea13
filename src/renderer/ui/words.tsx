import { useMemo } from 'react';
import { type Catalogue, type Words, wordsOf } from '../../shared/i18n/catalogue.ts';
import { useLanguage } from './i18n.tsx';

/** The message function of one area in the interface's language. */
export function useWords<Key extends string>(messages: Catalogue<Key>): Words<Key> {
  const { locale } = useLanguage();
  return useMemo(() => wordsOf(messages, locale), [messages, locale]);
}
