import { type ChangeEvent, useId, useRef, useState } from 'react';
import type { LintWord } from '../../shared/domain/lint/lint-rule.ts';
import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import { useWords } from '../ui/words.tsx';
import { Dialog } from './dialog.tsx';
import { Problem } from './setting-row.tsx';
import { type LineProblem, mostWords, readWordList, writeWordList } from './word-list-text.ts';

type WordListDialogProps = {
  words: readonly LintWord[];
  onReplace: (words: LintWord[]) => void;
  onClose: () => void;
};

/** So many lines that could not be read are quoted. */
const mostProblems = 3;

/** The word list as text: to copy it out, to paste one in, or to read one from a file. */
export function WordListDialog({ words, onReplace, onClose }: WordListDialogProps) {
  const t = useWords(settingsMore);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => writeWordList(words));
  const [problems, setProblems] = useState<LineProblem[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const [said, setSaid] = useState<'copied' | 'fileFailed' | null>(null);

  function replace() {
    const read = readWordList(text);
    const fits = read.words.length <= mostWords;
    setProblems(read.problems);
    setTooMany(!fits);
    if (fits && read.problems.length === 0) onReplace(read.words);
  }

  function copy() {
    // The page may not use the clipboard by itself; copying what is selected needs no permission.
    area.current?.select();
    document.execCommand('copy');
    setSaid('copied');
  }

  async function readFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    try {
      const bytes = await file.arrayBuffer();
      setText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      setSaid(null);
    } catch {
      setSaid('fileFailed');
    }
  }

  return (
    <Dialog
      title={t('lint.text.title')}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('lint.text.cancel')}
          </button>
          <button type="button" className="button button-primary" onClick={replace}>
            {t('lint.text.replace')}
          </button>
        </>
      }
    >
      <p className="section-lead" id={`${id}-lead`}>
        {t('lint.text.lead')}
      </p>
      <textarea
        ref={area}
        className="text-area text-area-tall"
        aria-label={t('lint.text.label')}
        aria-describedby={`${id}-lead`}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="toolbar">
        <button type="button" className="button" onClick={copy}>
          {t('lint.text.copy')}
        </button>
        <label className="button file-button">
          {t('lint.text.file')}
          <input type="file" className="visually-hidden" accept=".txt,.tsv,.csv" onChange={readFile} />
        </label>
      </div>
      <div aria-live="polite">
        {said === 'copied' && <p className="setting-hint">{t('lint.text.copied')}</p>}
        {said === 'fileFailed' && <Problem>{t('lint.text.fileFailed')}</Problem>}
        {tooMany && <Problem>{t('lint.words.full', { limit: mostWords })}</Problem>}
        {problems.slice(0, mostProblems).map((problem) => (
          <Problem key={problem.line}>{t('lint.text.problem', problem)}</Problem>
        ))}
        {problems.length > mostProblems && (
          <p className="setting-hint">{t('lint.text.more', { count: problems.length - mostProblems })}</p>
        )}
      </div>
    </Dialog>
  );
}
