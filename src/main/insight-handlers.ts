import type { Insight, insightCalls } from '../shared/contract/insight-calls.ts';
import type { ExportDone, ExportProblem } from '../shared/contract/transfer-calls.ts';
import { localDay } from '../shared/domain/local-day.ts';
import { savedTime } from '../shared/domain/saved-time.ts';
import { insightMessages } from '../shared/i18n/areas/insight.ts';
import { wordsOf } from '../shared/i18n/catalogue.ts';
import type { Locale } from '../shared/i18n/locale.ts';
import type { Handlers } from '../shared/ipc.ts';
import { ok, type Result } from '../shared/result.ts';
import { csvText } from './import-export/csv-text.ts';
import { expiringUntil, type InsightTable, insightTable } from './insight-tables.ts';
import type { WritableDatabase } from './storage/database.ts';
import { clearFailedSearches, failedSearches } from './storage/failed-searches.ts';
import {
  countExpiring,
  countReplies,
  expiringReplies,
  lintByRule,
  neverUsedReplies,
  pastesPerDay,
  topReplies,
  usedReplies,
} from './storage/insight.ts';

/** Rows of a table on the page; its file has all of them. */
const shownRows = 100;

export type InsightSurroundings = {
  db: WritableDatabase;
  now: () => Date;
  /** Language of the headings and names of files. */
  locale: () => Locale;
  keepsFailedSearches: () => boolean;
  /** Stores the setting and makes it take effect. */
  setKeepFailedSearches: (on: boolean) => void;
  /** 0 to 1 while replies are still being checked by the lint, else null. */
  checking: () => number | null;
  /** Asks where to, starting from a file name, and writes the text there. Null when the person chose nothing. */
  saveText: (fileName: string, text: string) => Promise<Result<{ path: string }, ExportProblem> | null>;
};

/** The dashboard's calls. */
export function insightHandlers(around: InsightSurroundings): Handlers<typeof insightCalls> {
  return {
    readInsight: (days) => readInsight(around, days),
    exportInsight: (table, days) => exportInsight(around, table, days),
    clearFailedSearches: () => clearFailedSearches(around.db),
    setKeepFailedSearches: (on) => around.setKeepFailedSearches(on),
  };
}

function readInsight(around: InsightSurroundings, days: number): Insight {
  const { db } = around;
  const now = around.now();
  // One transaction, so that the figures belong to the same state and the file is locked once.
  return db.transaction((): Insight => {
    const pastes = pastesPerDay(db, days, now);
    const { replies, neverUsed } = countReplies(db);
    const used = usedReplies(db, days, now);
    return {
      days,
      pastes,
      total: used.pastes,
      replies,
      top: topReplies(db, used, shownRows),
      neverUsed: neverUsed === 0 ? [] : neverUsedReplies(db, shownRows),
      neverUsedCount: neverUsed,
      failedSearches: failedSearches(db),
      keepsFailedSearches: around.keepsFailedSearches(),
      expiring: expiringReplies(db, now.toISOString(), expiringUntil(now), shownRows),
      expiringCount: countExpiring(db, now.toISOString(), expiringUntil(now)),
      lint: lintByRule(db),
      checking: around.checking(),
      savedTime: savedTime(used),
    };
  })();
}

async function exportInsight(
  around: InsightSurroundings,
  table: InsightTable,
  days: number,
): Promise<Result<ExportDone, ExportProblem> | null> {
  const now = around.now();
  const locale = around.locale();
  const rows = insightTable(around.db, table, days, now, locale);
  const name = `${wordsOf(insightMessages, locale)(`file.${table}`)}-${localDay(now)}.csv`;
  const saved = await around.saveText(name, csvText(rows));
  if (saved === null || !saved.ok) return saved;
  return ok({ path: saved.value.path, count: rows.length - 1 });
}
