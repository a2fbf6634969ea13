import type { Instant } from './reply.ts';
import type { MatchClass } from './search-result.ts';
import { useHalfLifeDays } from './usage-score.ts';

const halfLifeMs = useHalfLifeDays * 86_400_000;

/**
 * A number that orders scores of different times: since all decay alike, the order of two keys never changes until one
 * of the replies is used again. One more means twice the score.
 */
export function usageKey(score: number, scoredAt: Instant): number {
  return Math.log2(score) + Date.parse(scoredAt) / halfLifeMs;
}

/** The decayed score that a key stands for at `nowMs`, milliseconds since 1970. */
export function scoreOfKey(key: number, nowMs: number): number {
  return 2 ** (key - nowMs / halfLifeMs);
}

/**
 * Points of a match by its class. With equal use, rows stand in exactly this order. Use lifts a row by at most
 * `maxUseLift`: enough to reorder the three title classes, where the better-known reply is nearly always the wanted
 * one, and never enough to reach a class across a wider gap: an exact shortcode stays first whatever is used.
 */
export const classPoints: Record<Exclude<MatchClass, 'favourite' | 'recent'>, number> = {
  'shortcode-exact': 1_000,
  'shortcode-prefix': 500,
  'title-prefix': 96,
  title: 90,
  initials: 84,
  'tag-or-category': 45,
  body: 5,
};

/** A whole title typed out is more than the beginning of a longer one. */
export const wholeTitlePoints = 8;

/** Initials of a title's beginning are likelier meant than others: `cjxt` means 茶几系统升级 before 宠物茶几系统升级. */
export const startingInitialsPoints = 2;

/**
 * A polyphone is mostly typed by its commonest reading: `zhc` means 子耗材 before 自行车 with 行 read as `hang`. Less than
 * the gap between two classes of the title.
 */
export const rareReadingPoints = 3;

/** A word read with a letter wrong or left out stands under every proper match of a title, tag or category. */
export const approximatePoints = 42;

/** 3 points a doubling: a reply used 15 times more than another climbs one class of the title (12 points). */
const liftPerDoubling = 3;
export const maxUseLift = 33;

/** Points that a decayed use score adds. */
export function usageLift(score: number): number {
  return Math.min(maxUseLift, liftPerDoubling * Math.log2(1 + Math.max(0, score)));
}

/**
 * A tag or category typed beside words of the title narrows them down, so it counts like the title's beginning and the
 * other words decide: `退款 牛仔` means a reply about 牛仔裤 in the category 退款 as much as 牛仔裤退款.
 */
const labelBesideTitlePoints = classPoints['title-prefix'];

/** Terms that stand at the beginning of a title, one after the other, are the title's beginning in several words. */
export const phrasePoints = 12;

/**
 * Points of a row of which every term matched: the worst term decides, the others only nudge (a tenth), so that one
 * good term does not carry a bad one into a higher class.
 */
export function combinePoints(points: readonly number[]): number {
  const narrowed = points.some((value) => value >= classPoints.initials)
    ? points.map((value) => (value === classPoints['tag-or-category'] ? labelBesideTitlePoints : value))
    : points;
  const worst = Math.min(...narrowed);
  const average = narrowed.reduce((sum, value) => sum + value, 0) / narrowed.length;
  return worst + (average - worst) / 10;
}
