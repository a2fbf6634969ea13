import { expect, test } from 'vitest';
import { lintTexts } from '../../../../../src/shared/domain/lint/lint.ts';
import { policy } from '../measure.ts';

const rulesOf = (text: string) => lintTexts([text], policy()).map(({ ruleId }) => ruleId);

test('疏失, as fault is called in Taiwan, is admitted like 疏忽', () => {
  expect(rulesOf('這是我們的疏失')).toEqual(['admit-fault']);
  expect(rulesOf('如果是我們的疏失，運費由我們出')).toEqual([]);
});

test('customers who are to find out for themselves are sent away, by whichever words and to wherever', () => {
  expect(rulesOf('請您自己去超商查詢')).toEqual(['blunt-refusal']);
  expect(rulesOf('您自己到详情页看')).toEqual(['blunt-refusal']);
  expect(rulesOf('您自己去试穿以后有问题联系我')).toEqual([]);
});
