import type { LintNote } from '../../shared/domain/lint/lint-note.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';

const looks: Record<LintNote['severity'], { tone: string; icon: IconName }> = {
  info: { tone: 'info', icon: 'info' },
  warn: { tone: 'warning', icon: 'warning' },
  block: { tone: 'danger', icon: 'error' },
};

type Props = {
  id: string;
  notes: readonly LintNote[];
  /** How many are shown at once; the others are counted, so that they leave room for the text. */
  limit: number;
};

/** What the lint says of the text above, the gravest first, what is said alike once. Nothing when it says nothing. */
export function LintNotes({ id, notes, limit }: Props) {
  const { t } = useLanguage();
  const groups = groupNotes(notes);
  if (groups.length === 0) return null;
  const more = groups.length - limit;
  return (
    <ul className="lint-notes" id={id} aria-label={t('palette.lint.label')}>
      {groups.slice(0, limit).map(({ first, matches }) => (
        <li key={`${first.ruleId} ${first.instead} ${first.severity}`} data-tone={looks[first.severity].tone}>
          <span className="lint-icon">
            <Icon name={looks[first.severity].icon} size={13} />
          </span>
          <span>
            {matches.length > 0 && (
              <strong>
                {matches
                  .map((match) => t('palette.lint.match', { match }))
                  .join(t('palette.listSeparator'))}{' '}
              </strong>
            )}
            {first.message}
            <span className="lint-suggestion">
              {first.instead === '' ? first.suggestion : t('palette.lint.instead', { words: first.instead })}
            </span>
          </span>
        </li>
      ))}
      {more > 0 && <li className="lint-more">{t('palette.lint.more', { count: more })}</li>}
    </ul>
  );
}

type NoteGroup = { first: LintNote; matches: string[] };

function groupNotes(notes: readonly LintNote[]): NoteGroup[] {
  const groups = Map.groupBy(notes, ({ ruleId, severity, instead }) => `${ruleId} ${severity} ${instead}`);
  const order: LintNote['severity'][] = ['block', 'warn', 'info'];
  return [...groups.values()]
    .flatMap((group): NoteGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      return [{ first, matches: [...new Set(group.map(({ match }) => match.trim()))].filter(Boolean) }];
    })
    .sort((a, b) => order.indexOf(a.first.severity) - order.indexOf(b.first.severity));
}
