import '../transfer.css';
import './export.css';
import { Alert, Button, Modal, Radio, Select } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { LibraryTree, ListQuery } from '../../../shared/contract/library-calls.ts';
import type {
  ExportFormat,
  ExportProblem,
  RepliesExported,
} from '../../../shared/contract/transfer-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';
import { exportMessages } from '../../../shared/i18n/areas/export.ts';
import { err } from '../../../shared/result.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { JobProgress } from '../import/job-progress.tsx';
import { useStepFocus } from '../import/use-step-focus.ts';
import { useTransferProgress } from '../import/use-transfer-progress.ts';
import { exportProblemWords } from './export-problem-words.ts';
import { firstLibrary, firstScope, requestedReplies, type ScopeKind, scopes } from './export-scope.ts';

export type ExportDialogProps = {
  tree: LibraryTree;
  /** The list as it is filtered, and how many rows it has. */
  query: ListQuery;
  total: number;
  /** Replies that are selected; empty offers no export of a selection. */
  selected: readonly Id[];
  onClose: () => void;
};

const formats: readonly ExportFormat[] = ['xlsx', 'zip', 'csv', 'json', 'markdown', 'pdf'];

type Stage =
  | { kind: 'choosing'; problem: ExportProblem | { kind: 'unexpected' } | null }
  | { kind: 'running' }
  | { kind: 'done'; done: RepliesExported };

/** Export: what, which format, where to. */
export function ExportDialog({ onClose, ...around }: ExportDialogProps) {
  const t = useWords(exportMessages);
  const [stage, setStage] = useState<Stage>({ kind: 'choosing', problem: null });
  const [libraryId, setLibraryId] = useState(() => firstLibrary(around));
  const [scope, setScope] = useState<ScopeKind>(() => firstScope(around));
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const running = stage.kind === 'running';
  const frame = useStepFocus(stage.kind);

  async function start(): Promise<void> {
    setStage({ kind: 'running' });
    const what = requestedReplies(scope, around, libraryId);
    const result = await api
      .exportReplies({ format, what })
      .catch(() => err<ExportProblem | { kind: 'unexpected' }>({ kind: 'unexpected' }));
    if (result === null) setStage({ kind: 'choosing', problem: null });
    else if (result.ok) setStage({ kind: 'done', done: result.value });
    else setStage({ kind: 'choosing', problem: result.error });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size={560}
      closeOnClickOutside={false}
      closeOnEscape={!running}
      withCloseButton={!running}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ content: 'transfer-dialog', body: 'transfer-frame' }}
    >
      <div className="transfer-steps" ref={frame} tabIndex={-1}>
        {stage.kind === 'running' && <Running />}
        {stage.kind === 'done' && (
          <Done
            done={stage.done}
            onAgain={() => setStage({ kind: 'choosing', problem: null })}
            onClose={onClose}
          />
        )}
        {stage.kind === 'choosing' && (
          <>
            <div className="transfer-body export-choices">
              <Problem problem={stage.problem} />
              <Radio.Group label={t('what')} value={scope} onChange={(value) => setScope(value as ScopeKind)}>
                <div className="export-options">
                  {scopes(around, libraryId).map(({ kind, count }) => (
                    <Radio
                      key={kind}
                      value={kind}
                      label={t(`what.${kind}`)}
                      description={t('count', { count })}
                      disabled={count === 0}
                    />
                  ))}
                </div>
              </Radio.Group>
              {scope === 'library' && around.tree.libraries.length > 1 && (
                <Select
                  label={t('library')}
                  allowDeselect={false}
                  data={around.tree.libraries.map(({ id, name }) => ({ value: id, label: name }))}
                  value={libraryId}
                  onChange={(value) => value !== null && setLibraryId(value)}
                />
              )}
              <Radio.Group
                label={t('format')}
                value={format}
                onChange={(value) => setFormat(value as ExportFormat)}
              >
                <div className="export-options">
                  {formats.map((option) => (
                    <Radio
                      key={option}
                      value={option}
                      label={t(`format.${option}`)}
                      description={t(`format.${option}.for`)}
                    />
                  ))}
                </div>
              </Radio.Group>
              <p className="export-note">{t('note')}</p>
            </div>
            <footer className="transfer-foot">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <span className="transfer-foot-words" />
              <Button data-autofocus onClick={() => void start()}>
                {t('export')}
              </Button>
            </footer>
          </>
        )}
      </div>
    </Modal>
  );
}

function Problem({ problem }: { problem: ExportProblem | { kind: 'unexpected' } | null }) {
  const t = useWords(exportMessages);
  const { locale } = useLanguage();
  if (problem === null) return null;
  const icon = <IconAlertTriangle size={18} />;
  const color = problem.kind === 'cancelled' ? 'gray' : 'orange';
  return (
    <Alert className="transfer-problem" role="alert" variant="light" color={color} icon={icon}>
      {exportProblemWords(problem, t, locale)}
    </Alert>
  );
}

function Running() {
  const t = useWords(exportMessages);
  const progress = useTransferProgress(true);
  return (
    <div className="transfer-body transfer-working">
      <JobProgress
        title={t('title')}
        doing={t('working')}
        share={progress?.share ?? null}
        cancelWords={t('cancel')}
        cancellingWords={t('cancelling')}
        onCancel={() => void api.cancelTransfer()}
      />
    </div>
  );
}

type DoneProps = { done: RepliesExported; onAgain: () => void; onClose: () => void };

function Done({ done, onAgain, onClose }: DoneProps) {
  const t = useWords(exportMessages);
  const { locale } = useLanguage();
  return (
    <>
      <div className="transfer-body export-done">
        <IconCircleCheck size={40} aria-hidden />
        <p className="export-done-words" role="status">
          {t('done', { count: numberWords(done.count, locale) })}
        </p>
        <p className="export-path">{done.path}</p>
        {done.missingMedia > 0 && (
          <p className="export-missing">{t('missingMedia', { count: done.missingMedia })}</p>
        )}
        <Button variant="default" onClick={() => void api.showInFolder(done.path)}>
          {t('showInFolder')}
        </Button>
      </div>
      <footer className="transfer-foot">
        <Button variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
        <span className="transfer-foot-words" />
        <Button data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </footer>
    </>
  );
}
