import { useCallback, useRef } from 'react';
import type { ImportSource } from '../../../shared/contract/transfer-calls.ts';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { actionMessages } from '../../../shared/i18n/areas/manager-actions.ts';
import { err } from '../../../shared/result.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { useWords } from '../../ui/words.tsx';
import { showHint, showProblem } from '../actions/toasts.tsx';
import { api } from '../api.ts';
import { readDropped } from '../drag/dropped-files.ts';
import { type DialogProblem, problemWords } from '../import/problem-words.ts';

/** Hands dropped files to main, and what main makes of them to `onSource`; what cannot be taken is told. */
export function useTakeFiles(onSource: (source: ImportSource) => void): (transfer: DataTransfer) => void {
  const t = useWords(managerMessages);
  const tAction = useWords(actionMessages);
  const tImport = useWords(importMessages);
  const { locale } = useLanguage();
  const latest = useRef(onSource);
  latest.current = onSource;

  return useCallback(
    (transfer) => {
      void (async () => {
        const read = await readDropped(transfer);
        if (!read.ok) {
          if (read.error.kind === 'only-pictures') showHint(tAction, t('drop.onlyPictures'));
          else showProblem(tAction, problemWords(read.error, tImport, locale));
          return;
        }
        if (read.value.length === 0) return;
        // A call that fails has left its cause in main's log; the person is told that nothing was done.
        const unexpected = err<DialogProblem>({ kind: 'unexpected' });
        const taken = await api.takeFiles(read.value).catch(() => unexpected);
        if (taken.ok) latest.current(taken.value);
        else showProblem(tAction, problemWords(taken.error, tImport, locale));
      })();
    },
    [t, tAction, tImport, locale],
  );
}
