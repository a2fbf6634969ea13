import { readingsOf } from './pinyin.ts';
import type { MatchRange } from './search-result.ts';
import type { Unit } from './units.ts';

/**
 * How a term met a run of units. `literal`: the characters themselves. `reading`: whole syllables, the last may be
 * begun only. `initials`: some units by the beginning of a reading or word only.
 */
export type MatchQuality = 'literal' | 'reading' | 'initials';

export type UnitMatch = {
  quality: MatchQuality;
  /** Indices of the first and last matched unit. */
  first: number;
  last: number;
  /** Every unit of the text was matched to its end. */
  whole: boolean;
  /** Some ideograph was met by a reading that is not its commonest: 行 by `xing` is, by `hang` is not. */
  rareReading: boolean;
  /** In the original string. */
  ranges: MatchRange[];
};

/** How one unit was used up: `length` characters of the term. */
type Step = { unit: number; length: number; by: StepKind; complete: boolean };
type StepKind = 'characters' | 'commonest-reading' | 'other-reading';

const qualityOrder: Record<MatchQuality, number> = { literal: 0, reading: 1, initials: 2 };

/**
 * Finds `text` (folded, without separators) in a run of neighbouring units. Each unit takes its own characters, or the
 * beginning of one of its readings: `退款zc`, `tuikuanzc` and `tkzc` all meet 退款政策, and `refpol` meets
 * `Refund policy`. The best quality wins, then the commoner reading, then the earliest
 * place.
 */
export function matchUnits(units: readonly Unit[], text: string): UnitMatch | null {
  let best: UnitMatch | null = null;
  const walk = new Walk(units, text);
  for (let first = 0; first < units.length; first += 1) {
    const steps = walk.from(first);
    if (!steps) continue;
    const match = describe(units, steps);
    if (!best || costOf(match) < costOf(best)) best = match;
    if (best.quality === 'literal') break;
  }
  return best;
}

function costOf(match: UnitMatch): number {
  return qualityOrder[match.quality] * 2 + (match.rareReading ? 1 : 0);
}

/**
 * Depth-first walk over units and characters; a place that failed once is not tried again. Runs for every candidate of
 * every keystroke, so nothing is allocated before a match is certain.
 */
class Walk {
  private readonly units: readonly Unit[];
  private readonly text: string;
  private failed: Set<number> | null = null;
  /** Of the match found, last first. */
  private steps: Step[] = [];

  constructor(units: readonly Unit[], text: string) {
    this.units = units;
    this.text = text;
  }

  from(first: number): Step[] | null {
    if (!this.step(first, 0)) return null;
    const steps = this.steps.reverse();
    this.steps = [];
    return steps;
  }

  private step(index: number, at: number): boolean {
    if (at === this.text.length) return true;
    const unit = this.units[index];
    if (!unit) return false;
    const place = index * (this.text.length + 1) + at;
    if (this.failed?.has(place)) return false;
    if (this.takeUnit(unit, index, at)) return true;
    if (at > 0) {
      this.failed ??= new Set();
      this.failed.add(place);
    }
    return false;
  }

  private takeUnit(unit: Unit, index: number, at: number): boolean {
    if (unit.kind !== 'ideograph') return this.takePrefix(unit.text, index, at, 'characters');
    if (this.text.startsWith(unit.text, at))
      return this.take(index, at, unit.text.length, 'characters', true);
    let by: StepKind = 'commonest-reading';
    for (const reading of readingsOf(unit.text)) {
      if (this.takePrefix(reading, index, at, by)) return true;
      by = 'other-reading';
    }
    return false;
  }

  /** Longest beginning first: a whole syllable is likelier than its initial followed by more initials. */
  private takePrefix(spelling: string, index: number, at: number, by: StepKind): boolean {
    for (let length = commonPrefix(spelling, this.text, at); length > 0; length -= 1) {
      if (this.take(index, at, length, by, length === spelling.length)) return true;
    }
    return false;
  }

  private take(index: number, at: number, length: number, by: StepKind, complete: boolean): boolean {
    if (!this.step(index + 1, at + length)) return false;
    this.steps.push({ unit: index, length, by, complete });
    return true;
  }
}

function commonPrefix(spelling: string, text: string, at: number): number {
  let length = 0;
  while (length < spelling.length && spelling.charCodeAt(length) === text.charCodeAt(at + length))
    length += 1;
  return length;
}

function describe(units: readonly Unit[], steps: readonly Step[]): UnitMatch {
  const first = (steps[0] as Step).unit;
  const end = steps.at(-1) as Step;
  const begunEarly = steps.some((step) => !step.complete && step !== end);
  const allLiteral = steps.every((step) => step.by === 'characters');
  const someComplete = steps.some((step) => step.complete);
  const quality =
    begunEarly || !(allLiteral || someComplete) ? 'initials' : allLiteral ? 'literal' : 'reading';
  const ranges = mergeRanges(
    steps.map((step) => {
      const unit = units[step.unit] as Unit;
      return [unit.start, unit.kind === 'ideograph' ? unit.end : unit.start + step.length];
    }),
  );
  const whole = first === 0 && end.unit === units.length - 1 && end.complete && !begunEarly;
  const rareReading = steps.some((step) => step.by === 'other-reading');
  return { quality, first, last: end.unit, whole, rareReading, ranges };
}

/** Sorts ranges and joins those that touch or overlap. */
export function mergeRanges(ranges: readonly MatchRange[]): MatchRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: MatchRange[] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
