import { expect, test } from 'vitest';
import { failedQuery } from '../../../src/shared/domain/failed-query.ts';

test('white space, case and width make no difference, so that equal questions count together', () => {
  expect(failedQuery('  運費險　 怎麼賠 ')).toBe('運費險 怎麼賠');
  expect(failedQuery('ＶＩＰ Card')).toBe('vip card');
});

test('two letters or one Chinese character are enough, one letter or mere signs are not', () => {
  expect(failedQuery('th')).toBe('th');
  expect(failedQuery('退')).toBe('退');
  expect(failedQuery('t')).toBeNull();
  expect(failedQuery('  ')).toBeNull();
  expect(failedQuery('??!')).toBeNull();
});

test.each([
  '13812345678',
  '138 1234 5678',
  '+86 138-1234-5678',
  '客户电话13812345678',
  '11010519491231002X',
  '6222 0212 3456 7890 128',
  '１３８１２３４５６７８',
  'SF1234567890',
  'wang@example.com',
])('what may be the number or address of a person is never kept: %s', (text) => {
  expect(failedQuery(text)).toBeNull();
});

test.each(['iPhone 15 256G', '2026 新款', '4 折', '36 码', '12306'])(
  'the few digits of a model, year or size are kept: %s',
  (text) => {
    expect(failedQuery(text)).toBe(text.toLowerCase());
  },
);

test('a whole message is not kept', () => {
  expect(failedQuery('长'.repeat(40))).toBe('长'.repeat(40));
  expect(failedQuery('长'.repeat(41))).toBeNull();
});
