import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTemplateHint } from '../../../../src/main/import-export/read/template-hint.ts';
import { readWhole } from './read-fixture.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hint-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Line and skip reason of each row of a sheet of comma-separated lines. */
async function fates(...lines: string[]) {
  const path = join(folder, 'sheet.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const { replies } = await readWhole(path);
  return replies.map(({ line, skip }) => [line, skip]);
}

const hints: [body: string, others: string[]][] = [
  ['必填，不超过1000字', ['必填，不超过20字', '选填，不超过20字', '选填，不超过50字']],
  ['必填', ['必填', '选填']],
  ['必填，最多500字', ['分组名称，不超过10个字', '选填，字母或数字', '填“是”或“否”']],
  ['（必填）1000 个字符以内', ['（必填）']],
  ['必填，支持换行', ['一级分类名称', '选填', '选填，50字以内']],
  ['必填，不超過1000字', ['選填，不超過20字']],
  ['示例：亲，16点前付款当天发出', ['示例：售前', '示例：发货时间']],
  ['Required, max 1000 characters', ['Optional', 'Optional']],
  ['请填写话术内容，必填', ['请填写一级分类', '请填写标题']],
];

test.each(hints)('takes %s below the header for a hint', (body, others) => {
  expect(isTemplateHint(body, others)).toBe(true);
});

const replies: [body: string, others: string[]][] = [
  ['必填项请不要留空，否则无法提交哦', ['售后', '表单怎么填']],
  ['亲，备注不超过20字哦', ['售前', '备注字数']],
  ['评价不超过20字的不送券哦', ['活动', '评价不超过20字']],
  ['必填，不超过20字', ['表单', '必填']],
  ['必填，不超过20字', []],
  ['选填的，亲可以不写', ['下单', '发票抬头选填吗']],
  ['示例：身高160穿M码', ['示例：尺码']],
  ['格式：姓名+电话+地址，请按格式发给我', ['售后', '格式']],
  ['请填写退货单号，20字以内', ['售后 > 退货', '退货单号', 'thdh']],
  ['Required documents are listed on the page.', ['Returns', 'Required']],
  [`必填，${'长'.repeat(300)}`, ['必填', '选填']],
];

test.each(replies)('takes %s for a reply', (body, others) => {
  expect(isTemplateHint(body, others)).toBe(false);
});

test('leaves out the hints right below a header, says so, and makes no category of them', async () => {
  const header = '一级分类（必填）,二级分类（选填）,话术标题（选填）,话术内容（必填）';
  const hint = '"必填，不超过20字","选填，不超过20字","选填，不超过50字","必填，不超过1000字"';
  const example = '示例：售前,示例：发货,示例：发货时间,示例：当天发出';
  expect(await fates(header, hint, example, '售前,发货,时间,当天发', hint)).toEqual([
    [2, 'template-hint'],
    [3, 'template-hint'],
    [4, null],
    // Further down it may be what somebody wrote.
    [5, null],
  ]);
});

test('takes every row of our own sheet, and of a list of phrases, for a reply', async () => {
  const own = '分类,标题,内容,快捷编码,标签,备注,生效日期,有效期至';
  expect(await fates(own, '"必填","必填","必填，不超过20字",,,,,')).toEqual([[2, null]]);
  expect(await fates('快捷短语内容', '必填，不超过20字', '您好')).toEqual([
    [2, null],
    [3, null],
  ]);
});
