import { expect, test } from 'vitest';
import type { FillContext } from '../../../src/shared/domain/fill.ts';
import { fillPieces, fillTexts } from '../../../src/shared/domain/fill.ts';
import { readableTemplate } from '../../../src/shared/domain/placeholders.ts';

const context: FillContext = {
  now: new Date(2026, 11, 30, 9, 5),
  locale: 'zh-CN',
  profile: { name: '小林', number: '', shop: '妙答旗舰店' },
  clipboard: '20260001',
};
const nothing = { fields: {}, choices: [] };

function fill(text: string, filledIn: { fields: Record<string, string>; choices: number[] } = nothing) {
  return fillTexts([text], context, filledIn);
}

test.each([
  ['{{greeting}}，我是{{agent.name}}。', '上午好，我是小林。'],
  [
    '今天{{date}}，三天后{{date+3d}}，昨天{{ date - 1d }}。',
    '今天2026年12月30日，三天后2027年1月2日，昨天2026年12月29日。',
  ],
  ['现在{{time}}', '现在09:05'],
  ['{{greeting}}, this is {{agent.name}} on {{date}}.', 'Good morning, this is 小林 on December 30, 2026.'],
  ['单号 {{clipboard}}', '单号 20260001'],
  ['{{choice:明天|后天}}送到', '明天送到'],
  ['没有花括号', '没有花括号'],
  ['单个 { 和 } 没有意思', '单个 { 和 } 没有意思'],
])('%s', (template, text) => {
  expect(fill(template)).toEqual({ ok: true, texts: [text], caretFromEnd: null });
});

test('fields and choices take what the agent gave', () => {
  const filled = fill('订单{{订单号}}，{{choice:明天|后天}}送到，{{choice:A|B|C}}', {
    fields: { 订单号: '88' },
    choices: [1, 2],
  });
  expect(filled).toEqual({ ok: true, texts: ['订单88，后天送到，C'], caretFromEnd: null });
});

test('choices are numbered over all texts of a variant', () => {
  const filled = fillTexts(['{{choice:a|b}}', '{{choice:c|d}}'], context, { fields: {}, choices: [1, 1] });
  expect(filled).toMatchObject({ texts: ['b', 'd'] });
});

test.each([
  ['an empty field', '{{订单号}} {{姓名}}', ['订单号', '姓名']],
  ['an empty profile value', '工号{{agent.number}}', ['agent.number']],
])('%s is never left out silently', (_name, template, unfilled) => {
  expect(fill(template)).toEqual({ ok: false, unfilled, unknown: [] });
});

test('an empty clipboard is asked for like a field', () => {
  const empty = { ...context, clipboard: '  ' };
  expect(fillTexts(['{{clipboard}}'], empty, nothing)).toEqual({
    ok: false,
    unfilled: ['clipboard'],
    unknown: [],
  });
  const given = fillTexts(['{{clipboard}}'], empty, { fields: { clipboard: '1' }, choices: [] });
  expect(given).toMatchObject({ ok: true, texts: ['1'] });
});

test('a field name from Object.prototype is not taken for a filled field', () => {
  expect(fill('{{constructor}}')).toMatchObject({ ok: false, unfilled: ['constructor'] });
});

test.each([
  '{{date+3x}}',
  '{{date+9999d}}',
  '{{agent.salary}}',
  '{{choice:}}',
  '{{choice:仅一个}}',
  '{{}}',
  '{{foo:bar}}',
  '{{订单号',
  '}}',
])('%s is unknown and never pasted silently', (source) => {
  const filled = fill(`前 ${source} 后`);
  expect(filled).toMatchObject({ ok: false });
  expect(filled.ok ? [] : filled.unknown.join('')).not.toBe('');
});

test('the caret stands where {{cursor}} was, counted in characters that a person sees', () => {
  expect(fill('您好{{cursor}}👨‍👩‍👧谢谢')).toEqual({ ok: true, texts: ['您好👨‍👩‍👧谢谢'], caretFromEnd: 3 });
});

test('a caret in an earlier text is dropped: the last paste ends elsewhere', () => {
  const filled = fillTexts(['一{{cursor}}二', '三'], context, nothing);
  expect(filled).toEqual({ ok: true, texts: ['一二', '三'], caretFromEnd: null });
});

test('the preview tells filled values, fields and unknown placeholders apart', () => {
  expect(fillPieces(['{{agent.shop}}{{单号}}{{x:y}}'], context)).toEqual([
    [
      { kind: 'filled', name: 'agent.shop', text: '妙答旗舰店' },
      { kind: 'field', name: '单号' },
      { kind: 'unknown', source: '{{x:y}}' },
    ],
  ]);
});

test('a value that looks like a placeholder is not filled again', () => {
  const filled = fill('{{备注}}', { fields: { 备注: '{{agent.name}}' }, choices: [] });
  expect(filled).toMatchObject({ ok: true, texts: ['{{agent.name}}'] });
});

test('in a list a template reads as a line, without braces', () => {
  const line = readableTemplate(
    '{{greeting}}，订单{{订单号}}{{choice:明天|后天}}送到{{cursor}}，{{foo:bar}}',
  );
  expect(line).toBe('〔…〕，订单〔订单号〕明天/后天送到，{{foo:bar}}');
});
