import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from '../../shared/i18n/locale.ts';
import { type Translate, translator } from '../../shared/i18n/translate.ts';

export type Language = { locale: Locale; t: Translate };

const LanguageContext = createContext<Language>({ locale: 'en', t: translator('en') });

/** Gives everything inside it the words of `locale`. */
export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const language = useMemo(() => ({ locale, t: translator(locale) }), [locale]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The interface language and its message function. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}
