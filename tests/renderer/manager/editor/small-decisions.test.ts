import { expect, test } from 'vitest';
import {
  fieldProblems,
  findingsOf,
  isSavable,
  lengthOf,
} from '../../../../src/renderer/manager/editor/field-problems.ts';
import { leadsBack } from '../../../../src/renderer/manager/editor/successor-chain.ts';
import { lintPolicy } from '../../../../src/shared/domain/lint/lint-policy.ts';
import { MAX_BODY_LENGTH, type Part } from '../../../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';
import { cleanTags } from '../../../../src/shared/domain/tags.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

const text = (words: string): Part => ({ kind: 'text', text: words });
const good = { ...emptyDraft('library', null), title: '发什么快递', variants: [[text('默认发中通。')]] };

test('tags lose their sign and come once', () => {
  expect(cleanTags(['#退货', ' 退货 ', '＃物流', '#', 'x'.repeat(70)])).toEqual([
    '退货',
    '物流',
    'x'.repeat(60),
  ]);
});

test('a chain of successors that comes back is a circle, one that ends is none', async () => {
  const next: Record<string, string> = { a: 'b', b: 'c', c: 'self', d: 'e', f: 'g', g: 'f' };
  const successorOf = async (id: string) => next[id] ?? null;
  expect(await leadsBack('self', 'a', successorOf)).toBe(true);
  expect(await leadsBack('self', 'd', successorOf)).toBe(false);
  expect(await leadsBack('self', 'f', successorOf)).toBe(true);
});

test('a complete draft may be saved', () => {
  expect(isSavable(fieldProblems(good, []))).toBe(true);
});

test('what is missing is told at its place', () => {
  const problems = fieldProblems({ ...good, title: ' ', variants: [[text('甲')], [text(' ')]] }, []);
  expect(problems.title?.problem).toBe('empty');
  expect(problems.variants.map((problem) => problem?.problem ?? null)).toEqual([null, 'empty']);
  expect(isSavable(problems)).toBe(false);
});

test('a forbidden word keeps a draft from being saved, a doubtful one does not', () => {
  const policy = lintPolicy({
    ...defaultSettings(),
    'lint.words': [
      { word: '最低价', level: 'block', instead: '' },
      { word: '保证', level: 'warn', instead: '' },
    ],
  });
  const problems = (words: string) => {
    const draft = { ...good, variants: [[text(words)]] };
    return fieldProblems(draft, findingsOf(draft, policy));
  };
  expect(isSavable(problems('保证今天发货。'))).toBe(true);
  expect(isSavable(problems('这是最低价。'))).toBe(false);
});

test('the length of a wording is told before it is too much', () => {
  expect(lengthOf([text('甲'), text('乙')])).toEqual({ length: 3, level: 'far' });
  expect(lengthOf([text('x'.repeat(MAX_BODY_LENGTH))]).level).toBe('near');
  expect(lengthOf([text('x'.repeat(MAX_BODY_LENGTH + 1))]).level).toBe('over');
});
