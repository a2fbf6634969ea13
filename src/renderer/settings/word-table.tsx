import { useState } from 'react';
import type { LintWord } from '../../shared/domain/lint/lint-rule.ts';
import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import { useWords } from '../ui/words.tsx';
import { TextSetting } from './text-setting.tsx';

/** So many rows are drawn at first, and again when the end is reached: a list of thousands opens at once. */
const rowsAtATime = 100;

type WordTableProps = {
  words: readonly LintWord[];
  onChange: (before: LintWord, after: LintWord) => void;
  onRemove: (word: LintWord) => void;
};

/** Words with their level and what to write instead. */
export function WordTable({ words, onChange, onRemove }: WordTableProps) {
  const t = useWords(settingsMore);
  const [limit, setLimit] = useState(rowsAtATime);
  return (
    <section
      className="table-box"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard.
      tabIndex={0}
      aria-label={t('lint.words')}
      onScroll={({ currentTarget: box }) => {
        const left = box.scrollHeight - box.scrollTop - box.clientHeight;
        if (left < box.clientHeight) setLimit((before) => Math.min(words.length, before + rowsAtATime));
      }}
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('lint.words.word')}</th>
            <th scope="col">{t('lint.words.level')}</th>
            <th scope="col">{t('lint.words.instead')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('lint.words.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {words.slice(0, limit).map((row) => (
            <tr key={row.word}>
              <td className="cell-word">{row.word}</td>
              <td>
                <select
                  className="select select-small"
                  aria-label={t('lint.words.levelLabel', { word: row.word })}
                  value={row.level}
                  onChange={(event) =>
                    onChange(row, { ...row, level: event.target.value as LintWord['level'] })
                  }
                >
                  <option value="warn">{t('lint.words.level.warn')}</option>
                  <option value="block">{t('lint.words.level.block')}</option>
                </select>
              </td>
              <td>
                <TextSetting
                  className="text-input text-input-fill"
                  aria-label={t('lint.words.insteadLabel', { word: row.word })}
                  maxLength={200}
                  value={row.instead}
                  commitOn="leave"
                  onCommit={(instead) => onChange(row, { ...row, instead: instead.trim() })}
                />
              </td>
              <td className="cell-actions">
                <button
                  type="button"
                  className="button-quiet"
                  aria-label={t('lint.words.removeLabel', { word: row.word })}
                  onClick={() => onRemove(row)}
                >
                  {t('lint.words.remove')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
