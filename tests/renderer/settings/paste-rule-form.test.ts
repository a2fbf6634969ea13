import { expect, test } from 'vitest';
import { fillForm, readForm } from '../../../src/renderer/settings/paste-rule-form.ts';
import { rules } from './sample-answers.ts';

test.each(rules)('a rule goes into its fields and comes out the same: $apps', (rule) => {
  expect(readForm(fillForm(rule))).toEqual({ rule, problems: {} });
});

test('names may come one a line or in a row, in any case, and once each', () => {
  const form = { ...fillForm({ apps: [] }), apps: ' WeChat.exe\nqq.exe，weixin*; WECHAT.EXE\n' };
  expect(readForm(form).rule).toEqual({ apps: ['wechat.exe', 'qq.exe', 'weixin*'] });
});

test.each([
  ['apps', { apps: ' \n ' }],
  ['gapMs', { gapMs: '10001' }],
  ['gapMs', { gapMs: '12.5' }],
  ['settleMs', { settleMs: 'soon' }],
])('a field that cannot be used is named: %s', (field, changes) => {
  const form = { ...fillForm({ apps: ['qq.exe'] }), ...changes };
  expect(readForm(form)).toEqual({ rule: null, problems: { [field]: true } });
});
