import { settingsRules } from '../../shared/i18n/areas/settings-rules.ts';
import type { Words } from '../../shared/i18n/catalogue.ts';
import type { PasteRule } from '../../shared/paste-rule.ts';
import { useWords } from '../ui/words.tsx';

type RuleWords = Words<keyof (typeof settingsRules)['en']>;

type RuleTableProps = {
  rules: readonly PasteRule[];
  onEdit: (index: number, rule: PasteRule) => void;
  onRemove: (index: number, rule: PasteRule) => void;
  onUp: (index: number, rule: PasteRule) => void;
};

/** The user's own rules in their order. */
export function RuleTable({ rules, onEdit, onRemove, onUp }: RuleTableProps) {
  const t = useWords(settingsRules);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard.
    <section className="table-box" tabIndex={0} aria-label={t('title')}>
      <table className="table">
        <Head />
        <tbody>
          {rules.map((rule, index) => {
            const apps = rule.apps.join(t('separator'));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no other identity than its place.
              <tr key={index}>
                <Cells rule={rule} t={t} />
                <td className="cell-actions">
                  {index > 0 && (
                    <button
                      type="button"
                      className="button-quiet"
                      aria-label={t('upLabel', { apps })}
                      onClick={() => onUp(index, rule)}
                    >
                      {t('up')}
                    </button>
                  )}
                  <button
                    type="button"
                    className="button-quiet"
                    aria-label={t('editLabel', { apps })}
                    onClick={() => onEdit(index, rule)}
                  >
                    {t('edit')}
                  </button>
                  <button
                    type="button"
                    className="button-quiet"
                    aria-label={t('removeLabel', { apps })}
                    onClick={() => onRemove(index, rule)}
                  >
                    {t('remove')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The rules that come with the app, folded away until somebody wants to know. */
export function BuiltInTable({ rules }: { rules: readonly PasteRule[] }) {
  const t = useWords(settingsRules);
  return (
    <details className="details">
      <summary>
        {t('builtIn.title')}
        <span className="chip">{t('builtIn.count', { count: rules.length })}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard. */}
      <section className="table-box" tabIndex={0} aria-label={t('builtIn.title')}>
        <table className="table">
          <Head />
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.apps.join()}>
                <Cells rule={rule} t={t} />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Head() {
  const t = useWords(settingsRules);
  return (
    <thead>
      <tr>
        <th scope="col">{t('column.apps')}</th>
        <th scope="col">{t('column.how')}</th>
        <th scope="col">
          <span className="visually-hidden">{t('column.actions')}</span>
        </th>
      </tr>
    </thead>
  );
}

function Cells({ rule, t }: { rule: PasteRule; t: RuleWords }) {
  return (
    <>
      <td className="cell-apps">{rule.apps.join(t('separator'))}</td>
      <td className="cell-how">
        {howWords(rule, t)}
        {rule.reason !== undefined && rule.reason !== '' && <p className="setting-hint">{rule.reason}</p>}
      </td>
    </>
  );
}

/** What a rule says, in a line. */
function howWords(rule: PasteRule, t: RuleWords): string {
  const words: string[] = [];
  if (rule.mode !== undefined) words.push(t(`mode.${rule.mode}`));
  if (rule.chord !== undefined) words.push(t(`chord.${rule.chord}`));
  if (rule.gapMs !== undefined) words.push(t('how.gap', { ms: rule.gapMs }));
  if (rule.settleMs !== undefined) words.push(t('how.settle', { ms: rule.settleMs }));
  if (rule.allowSend !== undefined) words.push(t(rule.allowSend ? 'how.send' : 'how.noSend'));
  return words.length === 0 ? t('how.nothing') : words.join(t('separator'));
}
