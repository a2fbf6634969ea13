import { Button, TextInput } from '@mantine/core';
import { validityAt } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { useWords } from '../../ui/words.tsx';
import type { EditorWords } from './draft-problem-words.ts';
import type { OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { fromInputValue, type QuickPick, quickPick, toInputValue } from './instants.ts';
import { untilWords } from './until-words.ts';

const picks: QuickPick[] = ['today', 'week', 'month'];

/** From when and until when the reply may be pasted; local time, stored as instants. */
export function ValidityFields({ state, reversed }: { state: OpenState; reversed: boolean }) {
  const t = useWords(editorMessages);
  const { locale } = useLanguage();
  const { session, readOnly } = useEditorTools();
  const { validFrom, validUntil } = state.form;

  const input = (field: 'validFrom' | 'validUntil') => ({
    size: 'sm' as const,
    type: 'datetime-local',
    max: '9999-12-31T23:59',
    value: toInputValue(state.form[field]),
    readOnly,
    onChange: (event: { target: { value: string } }) =>
      session.change({ kind: 'fields', fields: { [field]: fromInputValue(event.target.value) } }),
  });

  return (
    <div className="validity">
      <div className="field-pair">
        <TextInput label={t('validity.from')} {...input('validFrom')} />
        <TextInput
          label={t('validity.until')}
          error={reversed ? t('validity.reversed') : undefined}
          {...input('validUntil')}
        />
      </div>
      {!readOnly && (
        <div className="quick-picks">
          {picks.map((pick) => (
            <Button
              key={pick}
              size="compact-xs"
              variant="default"
              onClick={() =>
                session.change({ kind: 'fields', fields: { validUntil: quickPick(pick, new Date()) } })
              }
            >
              {t(`validity.${pick}`)}
            </Button>
          ))}
          {(validFrom !== null || validUntil !== null) && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() =>
                session.change({ kind: 'fields', fields: { validFrom: null, validUntil: null } })
              }
            >
              {t('validity.clear')}
            </Button>
          )}
        </div>
      )}
      {!reversed && (
        <p className="faint" role="status">
          {validityWords(validFrom, validUntil, (instant) => instantWords(instant, locale), t, locale)}
        </p>
      )}
    </div>
  );
}

function validityWords(
  validFrom: string | null,
  validUntil: string | null,
  words: (instant: string) => string,
  t: EditorWords,
  locale: Parameters<typeof untilWords>[1],
): string {
  if (validFrom === null && validUntil === null) return t('validity.always');
  const now = validityAt({ validFrom, validUntil }, new Date().toISOString());
  const state = t(`validity.state.${now}`);
  const from = validFrom === null ? '' : t('validity.fromWords', { at: words(validFrom) });
  const until = validUntil === null ? '' : t('validity.untilWords', { at: untilWords(validUntil, locale) });
  return [state, [from, until].filter((part) => part !== '').join(t('validity.join'))].join(' · ');
}
