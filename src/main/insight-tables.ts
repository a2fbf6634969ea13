import type { Insight, insightCalls } from '../shared/contract/insight-calls.ts';
import { lintRule } from '../shared/domain/lint/rules.ts';
import { localDay } from '../shared/domain/local-day.ts';
import { savedTime } from '../shared/domain/saved-time.ts';
import { insightMessages } from '../shared/i18n/areas/insight.ts';
import type { Words } from '../shared/i18n/catalogue.ts';
import { wordsOf } from '../shared/i18n/catalogue.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import type { Handlers } from '../shared/ipc.ts';
import type { ReadableDatabase } from './storage/database.ts';
import { failedSearches } from './storage/failed-searches.ts';
import {
  expiringReplies,
  lintByRule,
  neverUsedReplies,
  pastesPerDay,
  topReplies,
  usedReplies,
} from './storage/insight.ts';

export type InsightTable = Parameters<Handlers<typeof insightCalls>['exportInsight']>[0];

type Cell = string | number;
type Translate = Words<keyof (typeof insightMessages)['en']>;

/** Replies are said to expire soon when they do so within this many days. */
export const expiringDays = 30;

/** More rows than any library has: a file leaves nothing out. */
const allRows = 1_000_000;

/** The instant up to which a reply expires soon. */
export function expiringUntil(now: Date): string {
  return new Date(now.getTime() + expiringDays * 24 * 60 * 60 * 1000).toISOString();
}

/**
 * One table of the dashboard in full, for a file: its rows below a row of headings in the interface's language, times as local
 * ones.
 */
export function insightTable(
  db: ReadableDatabase,
  table: InsightTable,
  days: number,
  now: Date,
  locale: Locale,
): Cell[][] {
  const t = wordsOf(insightMessages, locale);
  const path = (names: readonly string[]) => names.join(' / ') || t('uncategorized');
  switch (table) {
    case 'pastes':
      return [
        [t('column.day'), t('column.count')],
        ...pastesPerDay(db, days, now).map(({ day, count }) => [day, count]),
      ];
    case 'top':
      return [
        [t('column.title'), t('column.category'), t('column.count')],
        ...topReplies(db, usedReplies(db, days, now), allRows).map((row) => [
          row.title,
          path(row.categoryPath),
          row.count,
        ]),
      ];
    case 'never-used':
      return [
        [t('column.title'), t('column.category'), t('column.created')],
        ...neverUsedReplies(db, allRows).map((row) => [
          row.title,
          path(row.categoryPath),
          localDay(new Date(row.createdAt)),
        ]),
      ];
    case 'searches':
      return [
        [t('column.query'), t('column.count'), t('column.lastSearch')],
        ...failedSearches(db).map((row) => [row.query, row.count, localTime(row.lastAt)]),
      ];
    case 'expiring':
      return [
        [t('column.title'), t('column.category'), t('column.validUntil')],
        ...expiringReplies(db, now.toISOString(), expiringUntil(now), allRows).map((row) => [
          row.title,
          path(row.categoryPath),
          localTime(row.validUntil),
        ]),
      ];
    case 'lint':
      return [
        [t('column.rule'), t('column.severity'), t('column.replies')],
        ...lintByRule(db).map((row) => [ruleWords(row, locale, t), t(`severity.${row.severity}`), row.count]),
      ];
    case 'saved-time':
      return savedTimeRows(db, days, now, t);
  }
}

function savedTimeRows(db: ReadableDatabase, days: number, now: Date, t: Translate): Cell[][] {
  const saved = savedTime(usedReplies(db, days, now));
  return [
    [t('column.measure'), t('column.value')],
    [t('measure.pastes'), saved.pastes],
    [t('measure.characters'), saved.characters],
    [t('measure.charactersPerSecond'), saved.charactersPerSecond],
    [t('measure.secondsPerPaste'), saved.secondsPerPaste],
    [t('measure.seconds'), saved.seconds],
    [t('measure.formula'), t('measure.formulaWords')],
  ];
}

function ruleWords({ ruleId }: Insight['lint'][number], locale: Locale, t: Translate): string {
  return lintRule(ruleId)?.words[locale].message ?? t('lint.unknownRule', { id: ruleId });
}

/** `2026-11-24 09:05`, the form that spreadsheets of every language take for a time. */
function localTime(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${localDay(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
