import { isRuleOn, lintPolicy } from '../../shared/domain/lint/lint-policy.ts';
import type { LintRule } from '../../shared/domain/lint/lint-rule.ts';
import { lintRules } from '../../shared/domain/lint/rules.ts';
import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import type { Settings } from '../../shared/settings.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { useWords } from '../ui/words.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings-app.tsx';
import { Switch } from './switch.tsx';
import { WordList } from './word-list.tsx';

const policies: Settings['lint.admitFault'][] = ['warn', 'allow', 'encourage'];

/** These two follow from the policy on admitting fault. */
const ruledByPolicy = new Set(['admit-fault', 'own-up']);

/** The policy on admitting fault, the rules with their switches, and the shop's own words. */
export function LintSection(props: SectionProps) {
  const t = useWords(settingsMore);
  const { view, statuses, change } = props;
  return (
    <>
      <p className="section-lead">{t('lint.lead')}</p>
      <SettingRow
        label={t('lint.admitFault')}
        hint={t('lint.admitFault.hint')}
        status={statuses['lint.admitFault']}
      >
        {(ids) => (
          <select
            {...ids}
            className="select"
            value={view.settings['lint.admitFault']}
            onChange={(event) => change('lint.admitFault', event.target.value as Settings['lint.admitFault'])}
          >
            {policies.map((policy) => (
              <option key={policy} value={policy}>
                {t(`lint.admitFault.${policy}`)}
              </option>
            ))}
          </select>
        )}
      </SettingRow>
      <h2>{t('lint.rules')}</h2>
      <ul className="rules">
        {lintRules
          .filter(({ id }) => !ruledByPolicy.has(id))
          .map((rule) => (
            <RuleRow key={rule.id} rule={rule} {...props} />
          ))}
      </ul>
      <h2>{t('lint.words')}</h2>
      <p className="section-lead">{t('lint.words.lead')}</p>
      <WordList {...props} />
    </>
  );
}

function RuleRow({ rule, view, statuses, change }: SectionProps & { rule: LintRule }) {
  const t = useWords(settingsMore);
  const { locale } = useLanguage();
  const { id, onByDefault, severity } = rule;
  const { message, suggestion } = rule.words[locale];

  function turn(on: boolean) {
    const { settings } = view;
    // Only what differs from the default is stored, so that a later version may decide anew.
    const key = onByDefault ? 'lint.off' : 'lint.on';
    const others = settings[key].filter((other) => other !== id);
    change(key, on === onByDefault ? others : [...others, id]);
  }

  return (
    <li>
      <SettingRow
        label={message}
        hint={
          <>
            <span className={`chip chip-${severity}`}>{t(`lint.severity.${severity}`)}</span> {suggestion}
          </>
        }
        status={refusedOnly(statuses[onByDefault ? 'lint.off' : 'lint.on'])}
      >
        {(ids) => <Switch {...ids} checked={isRuleOn(id, lintPolicy(view.settings))} onChange={turn} />}
      </SettingRow>
    </li>
  );
}

/** The rules share two settings: a success would be said at every one of them. */
function refusedOnly(status: SectionProps['statuses']['lint.off']): typeof status {
  return status?.kind === 'refused' ? status : undefined;
}
