import { useCallback, useEffect, useRef, useState } from 'react';
import type { Insight } from '../../../shared/contract/insight-calls.ts';
import { api, onManagerEvent } from '../api.ts';

export type Period = 7 | 30 | 90 | 365;

/** How the reading of the figures stands; the last ones stay on screen while new ones are read. */
export type InsightState = { insight: Insight | null; failed: boolean; refresh: () => void };

/** How often the figures are read again while replies are still being checked, in milliseconds. */
const checkingIntervalMs = 2_000;

/**
 * Reads the figures of a period, and again whenever the library has changed or was used. In a large library that keeps main
 * busy for a tenth of a second, and who works in another window has a hotkey to be answered: then it waits for the focus.
 */
export function useInsight(days: Period): InsightState {
  const [insight, setInsight] = useState<Insight | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const refresh = useCallback(() => setTurn((last) => last + 1), []);

  const outdated = useRef(false);
  const follow = useCallback(() => {
    if (document.hasFocus()) refresh();
    else outdated.current = true;
  }, [refresh]);

  useEffect(() => onManagerEvent('libraryChanged', follow), [follow]);
  useEffect(() => onManagerEvent('usageChanged', follow), [follow]);
  useEffect(() => {
    const catchUp = () => {
      if (outdated.current) refresh();
      outdated.current = false;
    };
    window.addEventListener('focus', catchUp);
    return () => window.removeEventListener('focus', catchUp);
  }, [refresh]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is a request to read again
  useEffect(() => {
    let current = true;
    api.readInsight(days).then(
      (read) => {
        if (!current) return;
        setInsight(read);
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [days, turn]);

  const checking = insight?.checking ?? null;
  useEffect(() => {
    if (checking === null) return;
    const timer = setInterval(follow, checkingIntervalMs);
    return () => clearInterval(timer);
  }, [checking, follow]);

  return { insight, failed, refresh };
}
