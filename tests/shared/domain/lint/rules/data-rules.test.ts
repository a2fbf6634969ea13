import { describe, expect, test } from 'vitest';
import { lintTexts } from '../../../../../src/shared/domain/lint/lint.ts';
import { policy } from '../measure.ts';

const rulesOf = (text: string) => lintTexts([text], policy()).map(({ ruleId }) => ruleId);

describe('a number of a person is found', () => {
  test.each([
    '手机１３８－１２３４－５６７８',
    '138–1234–5678',
    '138.1234.5678',
    '0912 345 678',
    '+886 912 345 678',
    '+886912345678',
    '(02) 2345 6789',
    '订单有问题请打13812345678',
    '单号查询加我13812345678',
  ])('as a phone number: %s', (text) => expect(rulesOf(text)).toEqual(['phone-number']));

  test.each(['身份证编号11010519491231002X', '证件编号:11010519491231002X', '110105 19491231 002X'])(
    'as an identity number: %s',
    (text) => expect(rulesOf(text)).toEqual(['identity-number']),
  );
});

describe('a number of a thing is left alone', () => {
  test.each([
    '工单13812345678',
    '退货单：13812345678',
    '兑换码 A123456789',
    'waybill 4111111111111111',
    '退款流水 4111111111111111',
    '点这里 https://item.example/i?id=13812345678&x=1',
    '打开 m.example/i?id=13812345678',
  ])('%s', (text) => expect(rulesOf(text)).toEqual([]));
});

describe('a placeholder of another tool is found', () => {
  test.each([
    '{0}',
    '{ 买家 }',
    '{$name}',
    '{@buyer}',
    '{!Contact.Name}',
    '{%name%}',
    '%s',
    '%1$s',
    '[Your Name]',
    '[Customer Name]',
    '[客户姓名]',
    '&nbsp;',
  ])('%s', (text) => expect(rulesOf(`您好 ${text} 在的`)).toEqual(['foreign-placeholder']));

  test.each(['[微笑]', '[订单号] 2026', '【温馨提示】', '5% 的优惠', '100%纯棉'])('but not in %s', (text) =>
    expect(rulesOf(text)).toEqual([]),
  );
});
