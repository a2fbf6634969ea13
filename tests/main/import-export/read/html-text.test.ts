import { expect, test } from 'vitest';
import { htmlToText, withoutMarkup } from '../../../../src/main/import-export/read/html-text.ts';

test.each([
  ['<p>一</p><p>二</p>', '一\n\n二'],
  ['一<br>二<br/>三', '一\n二\n三'],
  ['<div>一</div><div>二</div>', '一\n二'],
  ['<ul><li>一</li><li>二</li></ul>', '- 一\n- 二'],
  ['<a href="https://x.example/a">这里</a>', '这里 (https://x.example/a)'],
  ['<a href="https://x.example/">x.example</a>', 'x.example'],
  ['<a href="javascript:alert(1)">x</a>', 'x'],
  ['  a \n  b  ', 'a b'],
  ['&lt;b&gt; &amp;&nbsp;&#20320;', '<b> & 你'],
  ['<script>bad()</script><style>x</style>好', '好'],
  ['<b>一<i>二</b>三', '一二三'],
])('turns %j into %j', (html, text) => {
  expect(htmlToText(html)).toEqual({ text, hasPictures: false });
});

test('notes pictures by their alternative text or address', () => {
  expect(htmlToText('看<img src="https://x.example/a.png" alt="尺码表">')).toEqual({
    text: '看[尺码表]',
    hasPictures: true,
  });
});

test.each([
  ['<p>亲，您好&nbsp;</p><p>在的</p>', '亲，您好\n\n在的'],
  ['<div style="color:red">退货地址：<br/>浙江省</div>', '退货地址：\n浙江省'],
  // A cell's own line breaks are kept, but are none where a tag has made one already.
  ['您好<br>\n在的\n请讲', '您好\n在的\n请讲'],
  ['<p>一</p>\n<p>二</p>', '一\n\n二'],
  ['亲爱的<订单号>的买家<br>您好', '亲爱的<订单号>的买家\n您好'],
])('takes the markup of a web editor out of %j', (text, plain) => {
  expect(withoutMarkup(text)?.text).toBe(plain);
});

test.each([
  '价格<100元的不包邮, 尺码>40的没有',
  '亲爱的<name><br>您好',
  '请把 <b 放在前面',
  'a <p> b',
  '邮箱 <service@shop.example>',
  '您好&nbsp;在的',
  '没有标记',
])('leaves %j alone, which is no markup or not only that', (text) => {
  expect(withoutMarkup(text)).toBeNull();
});
