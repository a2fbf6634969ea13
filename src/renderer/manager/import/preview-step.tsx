import { Button, Chip, Loader, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { LibraryTree } from '../../../shared/contract/library-calls.ts';
import type {
  ImportChoice,
  ImportPreview,
  RowFate,
  RowReason,
} from '../../../shared/contract/transfer-calls.ts';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { numberWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { writtenCount } from './import-flow.ts';
import { PreviewTable } from './preview-table.tsx';
import { ProblemNote } from './problem-note.tsx';
import type { DialogProblem } from './problem-words.ts';
import { targetChoices, targetOf, targetValue } from './target-choices.ts';

export type PreviewStepProps = {
  tree: LibraryTree;
  preview: ImportPreview;
  choice: ImportChoice;
  problem: DialogProblem | null;
  busy: boolean;
  stale: boolean;
  onChoice: (changed: Partial<ImportChoice>) => void;
  onColumns: () => void;
  onBack: () => void;
  onApply: () => void;
};

const fates: readonly RowFate[] = ['new', 'changed', 'unchanged', 'skipped'];
const policies = ['update', 'keep', 'add-copy'] as const;

/** What an import would do, before it does it. */
export function PreviewStep(props: PreviewStepProps) {
  const { tree, preview, choice, problem, busy, stale, onChoice, onColumns, onBack, onApply } = props;
  const t = useWords(importMessages);
  const { locale } = useLanguage();
  const [filter, setFilter] = useState<RowFate | 'all'>('all');
  const targets = useMemo(() => targetChoices(tree, (library) => t('preview.root', { library })), [tree, t]);

  const inWords = (count: number) => numberWords(count, locale);
  const { counts, rows, table } = preview;
  const total = fates.reduce((sum, fate) => sum + counts[fate], 0);
  const written = writtenCount(preview);
  const shown = filter === 'all' ? rows : rows.filter(({ fate }) => fate === filter);
  const nothing = total === counts.skipped ? t('preview.nothing') : t('preview.allKnown');

  return (
    <>
      <div className="transfer-body import-preview" aria-busy={busy}>
        <ProblemNote problem={problem}>
          {stale && !busy && (
            <Button variant="subtle" color="orange" size="compact-sm" onClick={() => onChoice({})}>
              {t('retry')}
            </Button>
          )}
        </ProblemNote>
        <div className="import-options">
          <Select
            label={t('preview.target')}
            searchable
            limit={200}
            allowDeselect={false}
            data={targets}
            value={targetValue({ libraryId: choice.libraryId, categoryId: choice.parentCategoryId })}
            onChange={(value) => {
              if (value === null) return;
              const { libraryId, categoryId } = targetOf(value);
              onChoice({ libraryId, parentCategoryId: categoryId });
            }}
          />
          <Select
            label={t('preview.conflict')}
            description={t('conflict.hint')}
            inputWrapperOrder={['label', 'input', 'description']}
            allowDeselect={false}
            data={policies.map((policy) => ({ value: policy, label: t(`conflict.${policy}`) }))}
            value={choice.onConflict}
            onChange={(value) => {
              const policy = policies.find((known) => known === value);
              if (policy) onChoice({ onConflict: policy });
            }}
          />
        </div>
        <Facts preview={preview} onColumns={table === null ? null : onColumns} />
        <div className="import-filter">
          <Chip.Group
            multiple={false}
            value={filter}
            onChange={(value) => setFilter(value as RowFate | 'all')}
          >
            {/* biome-ignore lint/a11y/useSemanticElements: chips are radio buttons of their own look */}
            <div className="import-chips" role="group" aria-label={t('preview.filter')}>
              <Chip size="xs" value="all">
                {t('fate.all', { count: inWords(total) })}
              </Chip>
              {fates.map((fate) => (
                <Chip key={fate} size="xs" value={fate} disabled={counts[fate] === 0}>
                  {t(`fate.${fate}`, { count: inWords(counts[fate]) })}
                </Chip>
              ))}
            </div>
          </Chip.Group>
          {total > rows.length && (
            <span className="import-first">
              {t('preview.first', { shown: inWords(rows.length), total: inWords(total) })}
            </span>
          )}
        </div>
        <div className="import-table">
          {shown.length > 0 ? (
            <PreviewTable key={filter} rows={shown} stale={stale} label={t('step.preview')} />
          ) : (
            <p className="transfer-empty">{total === 0 ? t('preview.nothing') : t('preview.none')}</p>
          )}
          {busy && (
            <p className="import-updating" role="status">
              <Loader size="xs" />
              {t('preview.updating')}
            </p>
          )}
        </div>
      </div>
      <footer className="transfer-foot">
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <span className="transfer-foot-words" role="status">
          {written === 0 && !busy && nothing}
        </span>
        <Button data-autofocus disabled={busy || stale || written === 0} onClick={onApply}>
          {t('preview.import', { count: inWords(written) })}
        </Button>
      </footer>
    </>
  );
}

/** What the file is, what would be made besides replies, and what to look at. */
function Facts({ preview, onColumns }: { preview: ImportPreview; onColumns: (() => void) | null }) {
  const t = useWords(importMessages);
  const { locale } = useLanguage();
  const { layout, encoding, table, newCategories, newCategoryCount, pictures, lintFindings, lintUnchecked } =
    preview;
  const inWords = (count: number) => numberWords(count, locale);
  const reasons = (Object.entries(preview.reasons) as [RowReason, number][]).sort((a, b) => b[1] - a[1]);
  const hidden = newCategoryCount - newCategories.length;
  return (
    <div className="import-facts">
      <p className="import-facts-line">
        <strong className="import-layout">{t(`layout.${layout}`)}</strong>
        {encoding !== null && <span>{t('preview.encoding', { encoding })}</span>}
        {pictures > 0 && <span>{t('preview.pictures', { count: inWords(pictures) })}</span>}
        {lintFindings > 0 && <span>{t('preview.lint', { count: inWords(lintFindings) })}</span>}
        {lintUnchecked > 0 && <span>{t('preview.lintUnchecked', { count: inWords(lintUnchecked) })}</span>}
        {onColumns !== null && (
          <Button variant="subtle" size="compact-xs" onClick={onColumns}>
            {t('preview.columns')}
          </Button>
        )}
      </p>
      {table !== null && table.unread.length > 0 && (
        <p className="import-facts-line">
          {t('preview.unread', {
            sheets: new Intl.ListFormat(locale).format(table.unread),
            columns: t('preview.columns'),
          })}
        </p>
      )}
      {newCategoryCount > 0 && (
        <details>
          <summary className="import-fact">
            {t('preview.categories', { count: inWords(newCategoryCount) })}
          </summary>
          <ul className="import-fact-list">
            {newCategories.map((path) => (
              <li key={path.join('\n')}>{path.join(' › ')}</li>
            ))}
            {hidden > 0 && <li>{t('preview.moreCategories', { count: inWords(hidden) })}</li>}
          </ul>
        </details>
      )}
      {reasons.length > 0 && (
        <details open={reasons.length <= 3}>
          <summary className="import-fact">{t('preview.reasons')}</summary>
          <ul className="import-fact-list">
            {reasons.map(([reason, count]) => (
              <li key={reason}>
                <span className="import-reason-count">{inWords(count)} ×</span> {t(`reason.${reason}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
