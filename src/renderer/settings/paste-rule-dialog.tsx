import { type ReactNode, useId, useState } from 'react';
import { settingsRules } from '../../shared/i18n/areas/settings-rules.ts';
import type { PasteRule } from '../../shared/paste-rule.ts';
import { useWords } from '../ui/words.tsx';
import { Dialog } from './dialog.tsx';
import { fillForm, type RuleForm, readForm } from './paste-rule-form.ts';

type PasteRuleDialogProps = {
  /** Null for a new rule. */
  index: number | null;
  rule: PasteRule;
  onSave: (rule: PasteRule) => void;
  onClose: () => void;
};

const modes = ['paste', 'type', 'copy-only'] as const;
const chords = ['Mod+V', 'Ctrl+Shift+V', 'Shift+Insert'] as const;

/** One rule with every field explained. What is left open comes from the built-in rules. */
export function PasteRuleDialog({ index, rule, onSave, onClose }: PasteRuleDialogProps) {
  const t = useWords(settingsRules);
  const [form, setForm] = useState<RuleForm>(() => fillForm(rule));
  const [tried, setTried] = useState(false);
  const read = readForm(form);
  const problems = tried ? read.problems : {};
  const set = (changes: Partial<RuleForm>) => setForm((before) => ({ ...before, ...changes }));

  function save() {
    setTried(true);
    if (read.rule) onSave(read.rule);
  }

  return (
    <Dialog
      title={t(index === null ? 'add.title' : 'edit.title')}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="button" className="button button-primary" onClick={save}>
            {t('save')}
          </button>
        </>
      }
    >
      <Field
        label={t('field.apps')}
        hint={t('field.apps.hint')}
        problem={problems.apps && t('field.apps.empty')}
      >
        {(ids) => (
          <textarea
            {...ids}
            className="text-area"
            rows={3}
            spellCheck={false}
            value={form.apps}
            onChange={(event) => set({ apps: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('field.mode')} hint={t('field.mode.hint')}>
        {(ids) => (
          <select
            {...ids}
            className="select"
            value={form.mode}
            onChange={(e) => set({ mode: e.target.value })}
          >
            <option value="">{t('inherit')}</option>
            {modes.map((mode) => (
              <option key={mode} value={mode}>
                {t(`mode.${mode}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('field.chord')} hint={t('field.chord.hint')}>
        {(ids) => (
          <select
            {...ids}
            className="select"
            value={form.chord}
            onChange={(event) => set({ chord: event.target.value })}
          >
            <option value="">{t('inherit')}</option>
            {chords.map((chord) => (
              <option key={chord} value={chord}>
                {t(`chord.${chord}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['gapMs', 'settleMs'] as const).map((name) => (
        <Field
          key={name}
          label={t(`field.${name}`)}
          hint={`${t(`field.${name}.hint`)} ${t('field.milliseconds')}`}
          problem={problems[name] && t('field.msInvalid')}
        >
          {(ids) => (
            <input
              {...ids}
              type="text"
              className="text-input text-input-number"
              inputMode="numeric"
              autoComplete="off"
              value={form[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={t('field.allowSend')} hint={t('field.allowSend.hint')}>
        {(ids) => (
          <select
            {...ids}
            className="select"
            value={form.allowSend}
            onChange={(event) => set({ allowSend: event.target.value })}
          >
            <option value="">{t('inherit')}</option>
            <option value="yes">{t('send.yes')}</option>
            <option value="no">{t('send.no')}</option>
          </select>
        )}
      </Field>
      <Field label={t('field.reason')} hint={t('field.reason.hint')}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            className="text-input"
            maxLength={1_000}
            value={form.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Field>
    </Dialog>
  );
}

type FieldProps = {
  label: string;
  hint: string;
  problem?: string | undefined | false;
  children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
};

function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="setting-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': Boolean(problem) })}
      <p className={problem ? 'field-problem' : 'setting-hint'} id={`${id}-hint`}>
        {problem || hint}
      </p>
    </div>
  );
}
