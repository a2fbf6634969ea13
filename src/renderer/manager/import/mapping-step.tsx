import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { TableField, TableMapping } from '../../../shared/contract/transfer-calls.ts';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { useWords } from '../../ui/words.tsx';
import { completeMapping, type ImportTable, withField } from './import-flow.ts';
import { ProblemNote } from './problem-note.tsx';
import type { DialogProblem } from './problem-words.ts';

/** In the order in which people think of a reply. */
const fieldChoices: readonly TableField[] = [
  'ignore',
  'title',
  'body',
  'category',
  'subcategory',
  'shortcode',
  'tags',
  'note',
  'validFrom',
  'expiry',
  'image',
  'tier',
];

export type MappingStepProps = {
  table: ImportTable;
  problem: DialogProblem | null;
  busy: boolean;
  /** Another sheet is to be shown. */
  onSheet: (mapping: TableMapping) => void;
  onNext: (mapping: TableMapping) => void;
  onBack: () => void;
};

/** The second step of a table that was not understood: what each column holds, on the file's own first rows. */
export function MappingStep({ table, problem, busy, onSheet, onNext, onBack }: MappingStepProps) {
  const t = useWords(importMessages);
  const [mapping, setMapping] = useState(() => completeMapping(table));
  useEffect(() => setMapping(completeMapping(table)), [table]);

  const { sheets, sample } = table;
  const hasBody = mapping.columns.includes('body');
  const headers = mapping.headerRow >= 0 ? (sample[mapping.headerRow] ?? []) : [];
  const nameOf = (column: number) => headers[column]?.trim() || t('mapping.column', { column: column + 1 });
  const rows = Math.max(sample.length, mapping.headerRow + 1);
  const headerChoices = [
    { value: '-1', label: t('mapping.noHeader') },
    ...Array.from({ length: rows }, (_, row) => ({
      value: String(row),
      label: t('mapping.headerRow', { row: row + 1 }),
    })),
  ];
  const fields = fieldChoices.map((field) => ({ value: field, label: t(`field.${field}`) }));

  return (
    <>
      <div className="transfer-body import-mapping">
        <ProblemNote problem={problem} />
        {problem === null && <p className="transfer-lead">{t(leadOf(table))}</p>}
        <div className="import-mapping-options">
          {sheets.length > 1 && (
            <NativeSelect
              label={t('mapping.sheet')}
              disabled={busy}
              value={String(mapping.sheet)}
              data={sheets.map((name, sheet) => ({ value: String(sheet), label: name }))}
              onChange={(event) =>
                onSheet({ ...mapping, sheet: Number(event.currentTarget.value), columns: [] })
              }
            />
          )}
          <NativeSelect
            label={t('mapping.header')}
            disabled={busy}
            value={String(mapping.headerRow)}
            data={headerChoices}
            onChange={(event) => setMapping({ ...mapping, headerRow: Number(event.currentTarget.value) })}
          />
          <Checkbox
            className="import-split"
            label={t('mapping.split')}
            description={t('mapping.splitHint')}
            disabled={busy}
            checked={mapping.splitVariants}
            onChange={(event) => setMapping({ ...mapping, splitVariants: event.currentTarget.checked })}
          />
        </div>
        {mapping.columns.length === 0 ? (
          <p className="transfer-empty">{t('mapping.emptySheet')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keys
          <section className="import-sample" tabIndex={0} aria-label={t('mapping.sample')}>
            <table>
              <thead>
                <tr>
                  <td className="import-sample-corner" />
                  {mapping.columns.map((field, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    <th className="import-sample-head" key={column} scope="col">
                      <NativeSelect
                        size="xs"
                        aria-label={t('mapping.fieldOf', { name: nameOf(column) })}
                        disabled={busy}
                        value={field}
                        data={fields}
                        onChange={(event) =>
                          setMapping(withField(mapping, column, event.currentTarget.value as TableField))
                        }
                      />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sample.map((cells, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                  <tr key={row} data-place={placeOf(row, mapping.headerRow)}>
                    <td className="import-sample-number">{row + 1}</td>
                    {mapping.columns.map((field, column) => (
                      <td
                        className="import-sample-cell"
                        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                        key={column}
                        data-used={field !== 'ignore' || undefined}
                      >
                        {cells[column]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
      <footer className="transfer-foot">
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <span className="transfer-foot-words" role="status">
          {!hasBody && mapping.columns.length > 0 && t('mapping.needBody')}
        </span>
        <Button disabled={!hasBody} loading={busy} onClick={() => onNext(mapping)}>
          {t('next')}
        </Button>
      </footer>
    </>
  );
}

/** What to look at. A table that is split before anybody has said so is one whose bars are in doubt. */
function leadOf({ unsure, mapping }: ImportTable) {
  if (!unsure) return 'mapping.check';
  return mapping.splitVariants ? 'mapping.unsureSplit' : 'mapping.unsure';
}

/** Rows above the header are left out, the header names the columns. */
function placeOf(row: number, headerRow: number): 'above' | 'header' | undefined {
  if (row < headerRow) return 'above';
  return row === headerRow ? 'header' : undefined;
}
