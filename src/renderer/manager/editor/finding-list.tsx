import { Button } from '@mantine/core';
import type { DraftFinding } from '../../../shared/domain/lint/lint-draft.ts';
import { lintRule } from '../../../shared/domain/lint/rules.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { useWords } from '../../ui/words.tsx';

type Props = {
  findings: readonly DraftFinding[];
  readOnly: boolean;
  onShow?: (finding: DraftFinding) => void;
  onReplace?: (finding: DraftFinding) => void;
};

/** What the check of a text found, with its advice and, where there is one, the better wording at a press. */
export function FindingList({ findings, readOnly, onShow, onReplace }: Props) {
  const t = useWords(editorMessages);
  const { locale } = useLanguage();
  if (findings.length === 0) return null;
  return (
    <ul className="notes" aria-label={t('lint.label')}>
      {findings.map((finding) => {
        const words = lintRule(finding.ruleId)?.words[locale];
        const instead = finding.instead === '' ? null : finding.instead;
        return (
          <li
            key={`${finding.ruleId} ${finding.range[0]} ${finding.range[1]}`}
            className="note"
            data-severity={finding.severity}
          >
            <span className="note-severity">{t(`lint.${finding.severity}`)}</span>
            {finding.match !== '' && onShow && (
              <button type="button" className="note-match" onClick={() => onShow(finding)}>
                {finding.match}
              </button>
            )}
            <span className="note-words">
              {words?.message ?? finding.ruleId}
              {words && <span className="note-advice">{words.suggestion}</span>}
            </span>
            {instead !== null && !readOnly && onReplace && (
              <Button size="compact-xs" variant="default" onClick={() => onReplace(finding)}>
                {t('lint.replace', { instead })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
