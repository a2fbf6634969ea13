import { expect, test } from 'vitest';
import { htmlToText } from '../../../../src/main/import-export/read/html-text.ts';

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
