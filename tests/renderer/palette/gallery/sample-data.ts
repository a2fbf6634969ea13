import type { SearchRow } from '../../../../src/shared/domain/search-result.ts';
import type { PaletteOpening, PreviewPart, ReplyView } from '../../../../src/shared/ipc.ts';
import type { FakeLibrary } from './fake-wire.ts';

type Sample = {
  id: string;
  title: string;
  shortcode?: string;
  path: string[];
  color: string;
  parts: PreviewPart[][];
  row?: Partial<SearchRow>;
  view?: Partial<ReplyView>;
};

const text = (words: string): PreviewPart => ({ kind: 'text', pieces: [{ kind: 'text', text: words }] });

const picture = (name: string): PreviewPart => ({
  kind: 'image',
  url: `/media/${name}`,
  alt: '怎样找到订单号',
  width: 800,
  height: 825,
});

const samples: Sample[] = [
  {
    id: 'return-how',
    title: '七天无理由退货怎么办理',
    shortcode: 'th',
    path: ['退换货', '办理步骤'],
    color: '#e5484d',
    row: { hasImage: true, favourite: true },
    view: {
      note: '已拆封的贴身衣物不在此列，先问清是否试穿过。',
      tags: ['退货', '七天无理由'],
      next: [
        { id: 'freight', title: '退货运费谁承担' },
        { id: 'refund-time', title: '退款多久到账' },
      ],
    },
    parts: [
      [
        {
          kind: 'text',
          pieces: [
            { kind: 'filled', name: 'greeting', text: '下午好' },
            {
              kind: 'text',
              text: '，很抱歉给您添麻烦了。签收后七天内都可以退，步骤我帮您理好了：\n\n1. 打开“我的订单”，找到这一单\n2. 点“申请售后”，选“七天无理由退货”\n3. 按页面上的地址寄回，把运单号填进去\n\n仓库收到后 ',
            },
            { kind: 'filled', name: 'date', text: '11月25日' },
            { kind: 'text', text: ' 前为您办好退款。不清楚按哪里，请看下面这张图。' },
          ],
        },
        picture('return-steps.png'),
      ],
    ],
  },
  {
    id: 'freight',
    title: '退货运费谁承担',
    shortcode: 'yf',
    path: ['退换货', '条件与运费'],
    color: '#e5484d',
    row: { variantCount: 3 },
    parts: [
      [text('您买的这单带运费险，退回时先由您垫付，签收后保险会在 72 小时内赔到您的账户。')],
      [text('质量问题的退回运费由我们承担，您寄出后把运单截图发给我，我马上为您登记。')],
      [text('不喜欢、尺码不合适的退回，运费由您承担；寄回前可以先跟我确认能不能换。')],
    ],
  },
  {
    id: 'address',
    title: '修改收货地址',
    shortcode: 'gdz',
    path: ['下单付款', '修改订单'],
    color: '#8e4ec6',
    parts: [
      [
        {
          kind: 'text',
          pieces: [
            { kind: 'text', text: '好的，' },
            { kind: 'field', name: '客户称呼' },
            { kind: 'text', text: '，订单 ' },
            { kind: 'field', name: '订单号' },
            { kind: 'text', text: ' 还没有发货，地址可以改成：\n' },
            { kind: 'field', name: '新地址' },
            { kind: 'text', text: '\n请您核对一遍，没问题的话我按' },
            { kind: 'choice', index: 0, options: ['顺丰', '中通', '圆通'] },
            { kind: 'text', text: '安排，预计' },
            {
              kind: 'choice',
              index: 1,
              options: ['今天下午六点以前发出', '明天上午发出', '周一恢复发货后第一批发出'],
            },
            { kind: 'text', text: '。订单 ' },
            { kind: 'field', name: '订单号' },
            { kind: 'text', text: ' 有任何变化我会告诉您。' },
            { kind: 'cursor' },
          ],
        },
      ],
    ],
    view: { remembered: { 客户称呼: '王女士' } },
  },
  {
    id: 'invoice',
    title: '电子发票什么时候开、怎么下载',
    shortcode: 'fp',
    path: ['发票'],
    color: '#12a594',
    row: { hasFile: true, hasImage: true },
    parts: [
      [
        text('确认收货后 24 小时内自动开具，您在“订单详情 › 发票”里可以下载。'),
        { kind: 'file', name: '电子发票下载说明（2026 年版）.pdf', bytes: 284_113 },
        { kind: 'file', name: '税号填写示例.xlsx', bytes: null },
        { kind: 'image', url: null, alt: '', width: 0, height: 0 },
      ],
    ],
  },
  {
    id: 'refund-time',
    title: '退款多久到账',
    shortcode: 'tk',
    path: ['退换货', '退款'],
    color: '#e5484d',
    view: { validUntil: '2026-12-31T16:00:00.000Z' },
    parts: [[text('退款审核通过后，原路退回：余额当天到，银行卡 1 至 3 个工作日，信用卡 3 至 7 个工作日。')]],
  },
  {
    id: 'soothe',
    title: '客户着急催物流时先安抚',
    path: ['投诉安抚'],
    color: '#f76b15',
    row: { favourite: true, variantCount: 2 },
    parts: [
      [
        text(
          '让您等这么久，真的很抱歉。我现在就联系快递核实包裹到哪了，十分钟内给您回话，您先忙，不用守着。',
        ),
      ],
      [text('您的心情我完全理解，换作是我也会急。我先帮您把物流催到最急一档，有结果马上告诉您。')],
    ],
  },
  {
    id: 'hold',
    title: '请稍等，正在查询',
    shortcode: 'sd',
    path: ['通用', '等待'],
    color: '#0091ff',
    parts: [[text('请您稍等，我正在为您查询，马上就好。')]],
  },
  {
    id: 'old-rule',
    title: '双十一退款规则',
    shortcode: 'sy11',
    path: ['活动优惠', '大促'],
    color: '#ffb224',
    row: { validity: 'expired', successor: { id: 'new-rule', title: '双十二退款规则' } },
    view: {
      validity: 'expired',
      validUntil: '2026-11-20T16:00:00.000Z',
      successor: { id: 'new-rule', title: '双十二退款规则' },
    },
    parts: [[text('双十一订单的退款会在 11 月 20 日统一处理。')]],
  },
  {
    id: 'new-rule',
    title: '双十二退款规则',
    path: ['活动优惠', '大促'],
    color: '#ffb224',
    parts: [[text('大促期间的退款随申请随处理，审核通过后 48 小时内原路退回。')]],
  },
  {
    id: 'size',
    title: '怎样量脚长选鞋码',
    shortcode: 'xm',
    path: ['售前咨询', '尺码'],
    color: '#30a46c',
    row: { hasImage: true },
    parts: [
      [text('晚上脚会比早上大一点，建议晚饭后量。脚跟抵墙，量到最长的脚趾。'), picture('measure-foot.png')],
    ],
  },
  {
    id: 'broken-template',
    title: '物流异常登记（变量写错）',
    path: ['物流', '异常件'],
    color: '#3e63dd',
    parts: [
      [
        {
          kind: 'text',
          pieces: [
            { kind: 'text', text: '您的包裹已登记为异常件，工单号 ' },
            { kind: 'unknown', source: '{{工单号?}}' },
            { kind: 'text', text: '，有进展第一时间通知您。' },
          ],
        },
      ],
    ],
  },
  {
    id: 'coming',
    title: '春节放假发货安排',
    shortcode: 'cj',
    path: ['物流', '发货时间'],
    color: '#3e63dd',
    row: { validity: 'not-yet' },
    view: { validity: 'not-yet', validFrom: '2027-01-25T16:00:00.000Z' },
    parts: [[text('春节期间 2 月 4 日至 2 月 10 日暂停发货，11 日起按下单顺序发出。')]],
  },
];

function snippetOf(parts: PreviewPart[]): string {
  const words = parts
    .flatMap((part) => (part.kind === 'text' ? part.pieces : []))
    .map((piece) => {
      if (piece.kind === 'field') return `{{${piece.name}}}`;
      if (piece.kind === 'choice') return piece.options[0] ?? '';
      if (piece.kind === 'cursor') return '';
      return piece.kind === 'unknown' ? piece.source : piece.text;
    });
  return words.join('').replaceAll(/\s+/g, ' ').slice(0, 120);
}

function rowOf(sample: Sample): SearchRow {
  return {
    id: sample.id,
    libraryId: 'personal',
    title: sample.title,
    titleRanges: [],
    shortcode: sample.shortcode ?? null,
    shortcodeRanges: [],
    categoryPath: sample.path,
    categoryColor: sample.color,
    tags: sample.view?.tags ?? [],
    snippet: snippetOf(sample.parts[0] ?? []),
    snippetRanges: [],
    hasImage: false,
    hasFile: false,
    variantCount: sample.parts.length,
    favourite: false,
    revision: 3,
    validity: 'valid',
    successor: null,
    matchClass: 'recent',
    ...sample.row,
  };
}

function viewOf(sample: Sample): ReplyView {
  return {
    id: sample.id,
    revision: 3,
    title: sample.title,
    shortcode: sample.shortcode ?? null,
    categoryPath: sample.path,
    tags: [],
    note: '',
    validity: 'valid',
    validFrom: null,
    validUntil: null,
    successor: null,
    next: [],
    variants: sample.parts,
    remembered: {},
    ...sample.view,
  };
}

/** A dozen replies as an agent has them, one for every kind of row and preview. */
export function sampleLibrary(): FakeLibrary {
  return {
    rows: samples.map(rowOf),
    views: Object.fromEntries(samples.map((sample) => [sample.id, viewOf(sample)])),
    categories: samples.map((sample) => ({
      id: sample.id,
      color: sample.color,
      path: sample.path,
      library: '个人',
    })),
    insertOutcome: { kind: 'pasted', sent: false, clipboard: 'restored' },
    createResult: { ok: true, value: { id: 'hold' } },
    notes: [],
    searchFails: false,
    rebuilding: null,
  };
}

/** `count` replies made by numbering the samples. */
export function manyReplies(count: number): Pick<FakeLibrary, 'rows' | 'views'> {
  const numbered = Array.from({ length: count }, (_, index): Sample => {
    const sample = samples[index % samples.length] as Sample;
    return { ...sample, id: `${sample.id}-${index}`, title: `${sample.title} ${index + 1}` };
  });
  return {
    rows: numbered.map(rowOf),
    views: Object.fromEntries(numbered.map((sample) => [sample.id, viewOf(sample)])),
  };
}

/** One reply whose text has `length` characters in many lines. */
export function longReply(length: number): Pick<FakeLibrary, 'rows' | 'views'> {
  const sentence = '尊敬的客户，关于您咨询的售后政策，我把要点整理在这里，您可以慢慢看。\n';
  const sample: Sample = {
    id: 'long',
    title: '一条标题非常非常长、在列表里放不下、在预览里也要折成两行还不一定够用的售后政策总说明',
    shortcode: 'zcsm-2026',
    path: ['售后政策', '总则', '适用于全部门店的完整版本'],
    color: '#3e63dd',
    parts: [[text(sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length))]],
  };
  return { rows: [rowOf(sample)], views: { long: viewOf(sample) } };
}

/** What main sends with the hotkey. */
export function sampleOpening(rows: SearchRow[]): PaletteOpening {
  return {
    number: 1,
    at: 0,
    target: { app: 'mousepad', title: '无标题 1 - Mousepad', paste: 'paste', canSend: true },
    results: { query: '', rows, rebuilding: null },
    locale: 'zh-CN',
    theme: 'system',
    scale: 100,
    platform: 'linux',
    notices: [],
  };
}
