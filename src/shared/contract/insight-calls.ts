import { z } from 'zod';
import type { Id, Instant } from '../domain/reply.ts';
import type { Result } from '../result.ts';
import { call } from './call.ts';
import type { ExportDone, ExportProblem } from './transfer-calls.ts';

const days = z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]);

/** Calls for the dashboard. Everything is counted on this computer and stays there. */
export const insightCalls = {
  readInsight: call<Insight>()(z.tuple([days])),
  /** Writes one table of the dashboard as CSV. Null when the person chose nothing. */
  exportInsight: call<Result<ExportDone, ExportProblem> | null>()(
    z.tuple([z.enum(['pastes', 'top', 'never-used', 'searches', 'expiring', 'lint', 'saved-time']), days]),
  ),
  /** Forgets the searches without an answer. */
  clearFailedSearches: call<void>()(z.tuple([])),
  setKeepFailedSearches: call<void>()(z.tuple([z.boolean()])),
};

export type InsightReply = { id: Id; title: string; categoryPath: string[] };

export type Insight = {
  days: number;
  /**
   * One entry a local day, oldest first, days without a paste included. `day` is YYYY-MM-DD. A reply that was only copied, for
   * the agent to paste it, counts as one that was pasted.
   */
  pastes: { day: string; count: number }[];
  total: number;
  replies: number;
  top: (InsightReply & { count: number })[];
  neverUsed: (InsightReply & { createdAt: Instant })[];
  neverUsedCount: number;
  /** Searches that ended without a paste and without a result, the most frequent first. */
  failedSearches: { query: string; count: number; lastAt: Instant }[];
  keepsFailedSearches: boolean;
  expiring: (InsightReply & { validUntil: Instant })[];
  expiringCount: number;
  lint: { ruleId: string; severity: 'info' | 'warn' | 'block'; count: number }[];
  /** 0 to 1 while replies are still being checked, else null. */
  checking: number | null;
  savedTime: SavedTime;
};

/** Estimated time saved: typing the same characters by hand, minus finding the reply. */
export type SavedTime = {
  seconds: number;
  characters: number;
  pastes: number;
  /** Characters a second that a practised agent types, and seconds that one paste takes. */
  charactersPerSecond: number;
  secondsPerPaste: number;
};
