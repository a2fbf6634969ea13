/** A reply as a sheet or another tool would hold it. Its body is in our own notation; `spell` puts it into another one. */
export type SampleRow = {
  category: string;
  subcategory: string;
  title: string;
  body: string;
  shortcode: string;
  tag: string;
};

/** Ten replies of a made-up shop, with all that makes files hard to read: breaks, quotes, delimiters, placeholders. */
export const sampleRows: readonly SampleRow[] = [
  row('售前', '尺码', '尺码怎么选', '亲，您报一下身高体重，我帮您推荐尺码哦', 'cm', '尺码'),
  row('售前', '尺码', '尺码偏大', '这款偏大，"平时穿L"的话建议拍M；拿不准就按平时的码', 'cmpd', '尺码'),
  row('售前', '优惠', '优惠券怎么领', '优惠券在店铺首页领取,每人限一张\n领完直接下单就能抵扣', 'yhq', '活动'),
  row('售前', '优惠', '复制口令', '您复制的是：{{clipboard}}，我帮您看一下', 'fzkl', '活动'),
  row('物流', '发货', '什么时候发货', '今天是{{date}}，16点前付款的订单当天发出', 'fh', '物流'),
  row('物流', '发货', '查快递', '订单{{订单号}}已经帮您催了，请耐心等候', 'ckd', '物流'),
  row('物流', '退回', '退货地址', '退货请寄：\n浙江省杭州市余杭区良渚街道88号\n收件人：仓库', 'thdz', '退货'),
  row('售后', '退款', '退款多久到账', '退款一般1-3个工作日到账，请您留意 50% 会更快', 'tk', '退款'),
  row('售后', '退款', '道歉', '非常抱歉给您添麻烦了，{{cursor}}我马上为您处理', 'dq', '安抚'),
  row('结束', '好评', '求好评', '感谢您的光临😊\n\n满意的话给个五星好评吧~', 'hp', '结束'),
];

function row(
  category: string,
  subcategory: string,
  title: string,
  body: string,
  shortcode: string,
  tag: string,
): SampleRow {
  return { category, subcategory, title, body, shortcode, tag };
}

/** As many rows as asked for, made of the ten, each with its own title, shortcode and body. */
export function manyRows(count: number): SampleRow[] {
  return Array.from({ length: count }, (_, index) => {
    const sample = sampleRows[index % sampleRows.length] as SampleRow;
    return {
      ...sample,
      title: `${sample.title}${index + 1}`,
      shortcode: `${sample.shortcode}${index + 1}`,
      body: `${sample.body}（第${index + 1}条）`,
    };
  });
}

/** How another tool writes the placeholders that the ten rows have. */
export type Spelling = { clipboard: string; date: string; cursor: string; field: string };

/** A body in another tool's notation. */
export function spell(body: string, spelling: Spelling): string {
  return body
    .replaceAll('{{clipboard}}', spelling.clipboard)
    .replaceAll('{{date}}', spelling.date)
    .replaceAll('{{cursor}}', spelling.cursor)
    .replaceAll('{{订单号}}', spelling.field);
}

export const kefubaoHeader = [
  '一级分类（必填）',
  '二级分类（选填）',
  '话术标题（选填，20字以内）',
  '话术内容（必填）',
];

export function kefubaoTable(rows: readonly SampleRow[]): string[][] {
  return [
    kefubaoHeader,
    ...rows.map(({ category, subcategory, title, body }) => [category, subcategory, title, body]),
  ];
}

const qianniuHeader = ['登记日期', '分组', '快捷编码', '快捷短语', '是否加入团队'];

export function qianniuTable(rows: readonly SampleRow[]): string[][] {
  return [
    qianniuHeader,
    ...rows.map(({ category, shortcode, body }, index) => [
      '2026-03-01',
      category,
      `/${shortcode}`,
      body,
      index % 2 === 0 ? '是' : '否',
    ]),
  ];
}

/** Rows as delimited text; every cell that needs them gets quotes. */
export function delimited(rows: readonly (readonly string[])[], delimiter = ',', end = '\r\n'): string {
  const cell = (value: string) =>
    /["\r\n,;\t]/.test(value) ? `"${value.replaceAll('"', '""').replaceAll('\n', end)}"` : value;
  return rows.map((cells) => cells.map(cell).join(delimiter) + end).join('');
}
