import { type PasteRule, pasteRule } from '../../shared/paste-rule.ts';

/** A paste rule as its fields hold it; empty means that nothing is said. */
export type RuleForm = {
  /** One a line. */
  apps: string;
  mode: string;
  chord: string;
  gapMs: string;
  settleMs: string;
  /** `yes`, `no` or empty. */
  allowSend: string;
  reason: string;
};

/** A rule as the fields of the form. */
export function fillForm(rule: PasteRule): RuleForm {
  return {
    apps: rule.apps.join('\n'),
    mode: rule.mode ?? '',
    chord: rule.chord ?? '',
    gapMs: String(rule.gapMs ?? ''),
    settleMs: String(rule.settleMs ?? ''),
    allowSend: rule.allowSend === undefined ? '' : rule.allowSend ? 'yes' : 'no',
    reason: rule.reason ?? '',
  };
}

/** The rule that the fields make, or which of them cannot be used. Names are kept in lower case, as windows are known. */
export function readForm(form: RuleForm): {
  rule: PasteRule | null;
  problems: Partial<Record<keyof RuleForm, true>>;
} {
  const apps = form.apps
    .split(/[\n,，、;；]/)
    .map((app) => app.trim().toLowerCase())
    .filter((app) => app !== '');
  const parsed = pasteRule.safeParse({
    apps: [...new Set(apps)],
    ...(form.mode === '' ? {} : { mode: form.mode }),
    ...(form.chord === '' ? {} : { chord: form.chord }),
    ...(form.gapMs.trim() === '' ? {} : { gapMs: Number(form.gapMs) }),
    ...(form.settleMs.trim() === '' ? {} : { settleMs: Number(form.settleMs) }),
    ...(form.allowSend === '' ? {} : { allowSend: form.allowSend === 'yes' }),
    ...(form.reason.trim() === '' ? {} : { reason: form.reason.trim() }),
  });
  if (parsed.success) return { rule: parsed.data, problems: {} };
  const problems: Partial<Record<keyof RuleForm, true>> = {};
  for (const issue of parsed.error.issues) problems[String(issue.path[0]) as keyof RuleForm] = true;
  return { rule: null, problems };
}
