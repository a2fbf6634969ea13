import '../transfer.css';
import './import.css';
import { Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { LibraryTree, ManagerView } from '../../../shared/contract/library-calls.ts';
import type { ImportDone, ImportSource } from '../../../shared/contract/transfer-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { useWords } from '../../ui/words.tsx';
import { ChooseStep } from './choose-step.tsx';
import { DoneStep } from './done-step.tsx';
import { type ImportFlow, stepsOf } from './import-flow.ts';
import { JobProgress } from './job-progress.tsx';
import { MappingStep } from './mapping-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { type ImportControls, useImport } from './use-import.ts';
import { useStepFocus } from './use-step-focus.ts';
import { useTransferProgress } from './use-transfer-progress.ts';

export type ImportDialogProps = {
  view: ManagerView;
  tree: LibraryTree;
  /** What to import; null while the dialog is to offer choosing or dropping files. */
  source: ImportSource | null;
  /** Library and category that were selected when it was opened. */
  target: { libraryId: Id; categoryId: Id | null };
  onClose: () => void;
  /** The import was done and not undone, and the person goes on to the replies; closes the dialog as well. */
  onDone: (done: ImportDone) => void;
};

/** Import: choose, map if unsure, preview, apply. */
export function ImportDialog({ tree, source, target, onClose, onDone }: ImportDialogProps) {
  const t = useWords(importMessages);
  const controls = useImport(source, target);
  const { flow } = controls;
  const running = flow.step === 'reading' || flow.step === 'applying';
  const frame = useStepFocus(flow.step);

  function close(): void {
    // An import that is being written ends by its own button: closing by accident must not leave that in doubt.
    if (flow.step === 'applying') return;
    if (running) controls.cancel();
    onClose();
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t('title')}
      size={980}
      closeOnClickOutside={false}
      closeOnEscape={flow.step !== 'applying'}
      withCloseButton={flow.step !== 'applying'}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ content: 'transfer-dialog', body: 'transfer-frame' }}
    >
      <div className="transfer-steps" ref={frame} tabIndex={-1}>
        <Steps flow={flow} />
        <Step tree={tree} controls={controls} onClose={onClose} onDone={onDone} />
      </div>
    </Modal>
  );
}

function Step({
  tree,
  controls,
  onClose,
  onDone,
}: Pick<ImportDialogProps, 'tree' | 'onClose' | 'onDone'> & { controls: ImportControls }) {
  const { flow, choice } = controls;
  switch (flow.step) {
    case 'choose':
      return (
        <div className="transfer-body">
          <ChooseStep
            problem={flow.problem}
            onChoose={(folder) => void controls.choose(folder)}
            onFiles={(files) => void controls.takeFiles(files)}
          />
        </div>
      );
    case 'reading':
    case 'applying':
      return <Job flow={flow} onCancel={controls.cancel} />;
    case 'mapping':
      return (
        <MappingStep
          table={flow.table}
          problem={flow.problem}
          busy={flow.busy}
          onSheet={(mapping) => void controls.change({ mapping }, 'source')}
          onNext={(mapping) => void controls.change({ mapping }, 'mapping')}
          onBack={controls.restart}
        />
      );
    case 'preview':
      return (
        <PreviewStep
          tree={tree}
          preview={flow.preview}
          choice={choice}
          problem={flow.problem}
          busy={flow.busy}
          stale={flow.stale}
          onChoice={(changed) => void controls.change(changed, 'choice')}
          onColumns={controls.showColumns}
          onBack={controls.restart}
          onApply={() => void controls.apply()}
        />
      );
    case 'done':
      return (
        <DoneStep
          done={flow.done}
          onAgain={controls.restart}
          onShow={() => onDone(flow.done)}
          onClose={onClose}
        />
      );
  }
}

function Job({
  flow,
  onCancel,
}: {
  flow: Extract<ImportFlow, { step: 'reading' | 'applying' }>;
  onCancel: () => void;
}) {
  const t = useWords(importMessages);
  const progress = useTransferProgress(true);
  const names = flow.step === 'reading' ? flow.names : [];
  const [first = ''] = names;
  const title =
    flow.step === 'applying'
      ? t('title')
      : names.length > 1
        ? t('reading.files', { name: first, count: names.length })
        : first;
  const job = progress?.job ?? (flow.step === 'reading' ? 'read' : 'apply');
  return (
    <div className="transfer-body transfer-working">
      <JobProgress
        key={flow.step}
        title={title}
        doing={t(`progress.${job}`)}
        share={progress?.share ?? null}
        note={t('progress.usable')}
        cancelWords={t('cancel')}
        cancellingWords={t('cancelling')}
        onCancel={onCancel}
      />
    </div>
  );
}

/** Where in the import the dialog is. */
function Steps({ flow }: { flow: ImportFlow }) {
  const t = useWords(importMessages);
  const { steps, at } = stepsOf(flow);
  return (
    <ol className="import-steps" aria-label={t('step.of', { step: at + 1, steps: steps.length })}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < at ? 'past' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="import-step-number" aria-hidden>
            {index < at ? <IconCheck size={12} stroke={2.5} /> : index + 1}
          </span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
