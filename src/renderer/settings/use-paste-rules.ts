import { useCallback, useEffect, useState } from 'react';
import type { SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { SettingsCalls } from '../../shared/ipc.ts';
import type { PasteRule, PasteRulesView, PickedApp } from '../../shared/paste-rule.ts';
import { clientApi } from '../api.ts';

const api = clientApi<SettingsCalls>();

export type RulesNews =
  | { kind: 'saved' | 'undone' }
  | { kind: 'removed'; apps: string }
  | { kind: 'problem'; problem: SafetyProblem | { kind: 'failed' } };

export type PasteRulesModel = {
  /** Null until main has answered. */
  view: PasteRulesView | null;
  news: RulesNews | null;
  /** States of the list before each change, the latest last. */
  canUndo: boolean;
  save: (rules: PasteRule[], news?: RulesNews) => void;
  undo: () => void;
  /** Waits until a window is clicked. */
  pick: () => Promise<PickedApp>;
  cancelPick: () => void;
};

/** The user's paste rules as main holds them; every change can be taken back while the section is open. */
export function usePasteRules(): PasteRulesModel {
  const [view, setView] = useState<PasteRulesView | null>(null);
  const [news, setNews] = useState<RulesNews | null>(null);
  const [past, setPast] = useState<PasteRule[][]>([]);

  useEffect(() => {
    void api.readPasteRules().then(setView);
  }, []);

  const store = useCallback(async (rules: PasteRule[], told: RulesNews): Promise<boolean> => {
    try {
      const result = await api.savePasteRules(rules);
      setNews(result.ok ? told : { kind: 'problem', problem: result.error });
      if (result.ok) setView(result.value);
      return result.ok;
    } catch {
      setNews({ kind: 'problem', problem: { kind: 'failed' } });
      return false;
    }
  }, []);

  return {
    view,
    news,
    canUndo: past.length > 0,
    async save(rules, told = { kind: 'saved' }) {
      const before = view?.rules ?? [];
      if (await store(rules, told)) setPast((states) => [...states, before]);
    },
    async undo() {
      const before = past.at(-1);
      if (before && (await store(before, { kind: 'undone' }))) setPast((states) => states.slice(0, -1));
    },
    pick: () => api.pickApp(),
    cancelPick: () => void api.cancelPick(),
  };
}
