import { useMemo } from 'react';
import { actionMessages } from '../../../shared/i18n/areas/manager-actions.ts';
import type { ActionDone, ActionProblem, LibraryAction } from '../../../shared/library-action.ts';
import type { Result } from '../../../shared/result.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { problemWords } from './problem-words.ts';
import { showDone, showProblem } from './toasts.tsx';

export type Actions = {
  /** Does something to the library and tells how it went. Null when it was refused. */
  run: (action: LibraryAction) => Promise<ActionDone | null>;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
};

/** The actions of the manager with a toast after each: what was done with a way back, or why not. */
export function useActions(): Actions {
  const t = useWords(actionMessages);
  return useMemo(() => {
    async function tell(
      how: 'done' | 'undone' | 'redone',
      doing: Promise<Result<ActionDone, ActionProblem>>,
    ): Promise<ActionDone | null> {
      const result = await doing.catch((error: unknown) => {
        showProblem(t, t('problem.unexpected'));
        throw error;
      });
      if (!result.ok) {
        showProblem(t, problemWords(t, result.error));
        return null;
      }
      showDone(t, how, result.value, () => void (how === 'undone' ? redo() : undo()));
      return result.value;
    }

    async function undo() {
      await tell('undone', api.undo());
    }

    async function redo() {
      await tell('redone', api.redo());
    }

    return { run: (action) => tell('done', api.applyAction(action)), undo, redo };
  }, [t]);
}
