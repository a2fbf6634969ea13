import { type FormEvent, useState } from 'react';
import type { LintWord } from '../../shared/domain/lint/lint-rule.ts';
import { starterWordsIn } from '../../shared/domain/lint/starter-words.ts';
import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.tsx';
import { refusalWords } from './refusal-words.ts';
import { Problem } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { WordListDialog } from './word-list-dialog.tsx';
import { mostWords } from './word-list-text.ts';
import { WordTable } from './word-table.tsx';

/** What was done last, and the list before it. */
type LastChange = { said: string; before: LintWord[] | null };

/** The shop's own words with level and what to write instead; every change can be taken back. */
export function WordList({ view, statuses, change }: SectionProps) {
  const t = useWords(settingsMore);
  const { t: common, locale } = useLanguage();
  const [last, setLast] = useState<LastChange | null>(null);
  const [filter, setFilter] = useState('');
  const [problem, setProblem] = useState('');
  const [asText, setAsText] = useState(false);
  const stored = view.settings['lint.words'];
  const words = stored ?? starterWordsIn(locale);
  const shown = words.filter(({ word, instead }) => word.includes(filter) || instead.includes(filter));
  const status = statuses['lint.words'];

  function store(next: LintWord[] | null, said = '') {
    setLast(said === '' ? null : { said, before: stored });
    setProblem('');
    change('lint.words', next);
  }

  function add(word: LintWord): boolean {
    if (words.some((known) => known.word === word.word)) {
      setProblem(t('lint.words.duplicate', { word: word.word }));
      return false;
    }
    if (words.length >= mostWords) {
      setProblem(t('lint.words.full', { limit: mostWords }));
      return false;
    }
    store([word, ...words]);
    return true;
  }

  return (
    <>
      <AddWord onAdd={add} />
      <div aria-live="polite">
        {problem !== '' && <Problem>{problem}</Problem>}
        {status?.kind === 'refused' && <Problem>{refusalWords(status, common)}</Problem>}
        {last && (
          <p className="done-line">
            <Icon name="check" size={14} />
            <span>{last.said}</span>
            <button type="button" className="button-inline" onClick={() => store(last.before)}>
              {t('lint.words.undo')}
            </button>
          </p>
        )}
      </div>
      <div className="list-head">
        <input
          type="search"
          className="text-input"
          aria-label={t('lint.words.filter')}
          placeholder={t('lint.words.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className="list-count">
          {stored === null ? t('lint.words.starter') : t('lint.words.count', { count: words.length })}
        </span>
      </div>
      {words.length === 0 ? (
        <p className="empty-line">{t('lint.words.empty')}</p>
      ) : (
        <WordTable
          words={shown}
          onChange={(before, after) => store(words.map((word) => (word === before ? after : word)))}
          onRemove={(gone) =>
            store(
              words.filter((word) => word !== gone),
              t('lint.words.removed', { word: gone.word }),
            )
          }
        />
      )}
      <div className="toolbar">
        <button type="button" className="button" onClick={() => setAsText(true)}>
          {t('lint.words.text')}
        </button>
        {stored !== null && (
          <button
            type="button"
            className="button-quiet"
            onClick={() => store(null, t('lint.words.resetDone'))}
          >
            {t('lint.words.reset')}
          </button>
        )}
      </div>
      {asText && (
        <WordListDialog
          words={words}
          onReplace={(next) => {
            setAsText(false);
            store(next, t('lint.words.count', { count: next.length }));
          }}
          onClose={() => setAsText(false)}
        />
      )}
    </>
  );
}

function AddWord({ onAdd }: { onAdd: (word: LintWord) => boolean }) {
  const t = useWords(settingsMore);
  const [word, setWord] = useState('');
  const [level, setLevel] = useState<LintWord['level']>('warn');
  const [instead, setInstead] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (word.trim() === '' || !onAdd({ word: word.trim(), level, instead: instead.trim() })) return;
    setWord('');
    setInstead('');
  }

  return (
    <form className="add-word" onSubmit={submit}>
      <input
        type="text"
        className="text-input"
        aria-label={t('lint.words.addWord')}
        placeholder={t('lint.words.addWord')}
        maxLength={60}
        autoComplete="off"
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <select
        className="select select-small"
        aria-label={t('lint.words.level')}
        value={level}
        onChange={(event) => setLevel(event.target.value as LintWord['level'])}
      >
        <option value="warn">{t('lint.words.level.warn')}</option>
        <option value="block">{t('lint.words.level.block')}</option>
      </select>
      <input
        type="text"
        className="text-input"
        aria-label={t('lint.words.addInstead')}
        placeholder={t('lint.words.addInstead')}
        maxLength={200}
        autoComplete="off"
        value={instead}
        onChange={(event) => setInstead(event.target.value)}
      />
      <button type="submit" className="button">
        <Icon name="plus" />
        {t('lint.words.add')}
      </button>
    </form>
  );
}
