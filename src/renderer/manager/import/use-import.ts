import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportChoice, ImportProblem, ImportSource } from '../../../shared/contract/transfer-calls.ts';
import { err, type Result } from '../../../shared/result.ts';
import { api } from '../api.ts';
import { type DroppedFile, dropProblem, droppedName } from './dropped-files.ts';
import {
  afterApply,
  afterPreview,
  type ImportFlow,
  type PreviewReason,
  whilePreviewing,
} from './import-flow.ts';
import type { ImportTarget } from './target-choices.ts';

export type ImportControls = {
  flow: ImportFlow;
  choice: ImportChoice;
  /** Opens the system's dialog, for a folder where `folder` is true. */
  choose: (folder: boolean) => Promise<void>;
  takeFiles: (files: readonly (File & DroppedFile)[]) => Promise<void>;
  /** Previews again with this changed. */
  change: (changed: Partial<ImportChoice>, reason: PreviewReason) => Promise<void>;
  apply: () => Promise<void>;
  cancel: () => void;
  /** Goes to the columns of the table that is previewed. */
  showColumns: () => void;
  /** Gives the source up and starts over. */
  restart: () => void;
};

/** Steers an import from the choice of files to its end. A source is given back to main when it is no longer needed. */
export function useImport(first: ImportSource | null, target: ImportTarget): ImportControls {
  const [flow, setFlow] = useState<ImportFlow>(
    first === null ? { step: 'choose', problem: null } : { step: 'reading', names: first.names },
  );
  const [choice, setChoice] = useState<ImportChoice>({
    libraryId: target.libraryId,
    parentCategoryId: target.categoryId,
    onConflict: 'update',
    mapping: null,
  });
  const source = useRef<ImportSource | null>(null);
  /** Counts previews, so that the answer to an earlier question does not overwrite the present one. */
  const asked = useRef(0);
  /** The preview that main is working on: it does one job at a time and refuses a second. */
  const running = useRef<Promise<unknown>>(Promise.resolve());

  const preview = useCallback(async (wanted: ImportChoice, reason: PreviewReason) => {
    const reading = source.current;
    if (reading === null) return;
    asked.current += 1;
    const question = asked.current;
    setChoice(wanted);
    setFlow((now) => whilePreviewing(now, reading, reason));
    await running.current;
    if (question !== asked.current) return;
    const answer = settled(api.previewImport(reading.number, wanted));
    running.current = answer;
    const result = await answer;
    if (question !== asked.current) return;
    setFlow((now) => afterPreview(now, result, reason));
  }, []);

  const release = useCallback(() => {
    asked.current += 1;
    const used = source.current;
    source.current = null;
    if (used !== null) void api.closeImport(used.number);
  }, []);

  const gone = useRef(false);
  const begin = useCallback(
    async (chosen: ImportSource, initial: ImportChoice) => {
      release();
      // The dialog was closed while main took the files over.
      if (gone.current) return void api.closeImport(chosen.number);
      source.current = chosen;
      await preview({ ...initial, mapping: null }, 'source');
    },
    [preview, release],
  );

  // A source that comes from outside, by a drop on the window or the command line, is read at once.
  const opened = useRef<ImportSource | null>(null);
  useEffect(() => {
    if (first === null || opened.current === first) return;
    opened.current = first;
    void begin(first, choice);
  }, [first, begin, choice]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      release();
    };
  }, [release]);

  return {
    flow,
    choice,
    async choose(folder) {
      const chosen = await api.chooseImport(folder).catch(() => undefined);
      if (chosen === undefined) setFlow({ step: 'choose', problem: { kind: 'unexpected' } });
      else if (chosen !== null) await begin(chosen, choice);
    },
    async takeFiles(files) {
      const problem = dropProblem(files);
      if (problem !== null) return setFlow({ step: 'choose', problem });
      setFlow({ step: 'reading', names: files.map(({ name }) => name) });
      const taken = await settled(readAll(files).then((read) => api.takeFiles(read)));
      if (taken.ok) await begin(taken.value, choice);
      else setFlow({ step: 'choose', problem: taken.error });
    },
    change: (changed, reason) => preview({ ...choice, ...changed }, reason),
    async apply() {
      if (source.current === null || flow.step !== 'preview') return;
      const shown = flow.preview;
      setFlow({ step: 'applying', preview: shown });
      const result = await settled(api.applyImport(source.current.number));
      const next = afterApply(shown, result);
      setFlow(next);
      if (next.step !== 'done') await compareAgain(next, () => preview(choice, 'choice'), setFlow);
    },
    cancel: () => void api.cancelTransfer(),
    showColumns() {
      if (flow.step !== 'preview' || flow.preview.table === null) return;
      setFlow({ step: 'mapping', table: flow.preview.table, problem: null, busy: false });
    },
    restart() {
      release();
      setFlow({ step: 'choose', problem: null });
    },
  };
}

/** After an import that did not happen the rows are compared anew; why it did not happen stays on screen. */
async function compareAgain(
  failed: ImportFlow,
  preview: () => Promise<void>,
  setFlow: (change: (now: ImportFlow) => ImportFlow) => void,
): Promise<void> {
  if (failed.step !== 'preview') return;
  await preview();
  const { problem } = failed;
  setFlow((now) => (now.step === 'preview' && now.problem === null ? { ...now, problem } : now));
}

async function readAll(files: readonly (File & DroppedFile)[]) {
  return Promise.all(
    files.map(async (file) => ({
      name: droppedName(file),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** A call that throws is an outcome as well: nothing was done, and the person may try again. */
async function settled<Value>(
  call: Promise<Result<Value, ImportProblem>>,
): Promise<Result<Value, ImportProblem | { kind: 'unexpected' }>> {
  return call.catch(() => err({ kind: 'unexpected' }));
}
