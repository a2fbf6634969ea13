import type { HistoryEntry, LibraryTree } from '../../../../src/shared/contract/library-calls.ts';
import type { Category, Part, Reply } from '../../../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';

const libraryId = 'library';

function reply(id: string, title: string, parts: Part[][], rest: Partial<Reply> = {}): Reply {
  return {
    ...emptyDraft(libraryId, 'c-return'),
    id,
    title,
    variants: parts,
    revision: 3,
    contentHash: '',
    createdAt: '2026-09-01T02:00:00.000Z',
    updatedAt: '2026-11-18T06:30:00.000Z',
    ...rest,
  };
}

const text = (words: string): Part => ({ kind: 'text', text: words });

/** Replies of a shop that sells clothes. */
export function sampleReplies(): Reply[] {
  return [
    reply(
      'return-how',
      '七天无理由退货怎么办理',
      [
        [
          text(
            '{{greeting}}，{{客户称呼}}，签收后七天内都可以退，步骤我帮您理好了：\n\n1. 打开“我的订单”，找到 {{订单号}}\n2. 点“申请售后”，选“七天无理由退货”\n3. 按页面上的地址寄回，用{{choice: 顺丰|中通|圆通}}都可以\n\n仓库收到后 {{date+3d}} 前为您办好退款。{{cursor}}',
          ),
        ],
        [text('亲，七天内都支持退货，您在订单里点“申请售后”就可以，有不清楚的随时找我。')],
      ],
      {
        shortcode: 'th',
        tags: ['退货', '七天无理由'],
        note: '已拆封的贴身衣物不在此列，先问清是否试穿过。',
        validUntil: '2026-12-31T16:00:00.000Z',
        successorId: 'freight',
        nextIds: ['refund-time', 'freight'],
        favourite: true,
      },
    ),
    reply('freight', '退货运费谁承担', [[text('质量问题的退回运费由我们承担。')]], { shortcode: 'yf' }),
    reply('refund-time', '退款多久到账', [[text('审核通过后原路退回，1 至 3 个工作日到账。')]], {
      validUntil: '2026-01-01T00:00:00.000Z',
    }),
    reply(
      'lint',
      '客户投诉发错货',
      [
        [
          text(
            '非常抱歉给您添麻烦了，但是仓库那边规定就是这样，没办法。\n\n您的手机 13812345678 我已记下，这是全网最低价，{{订单号！}} 和 {{choice: 今天}} 请核对。',
          ),
        ],
      ],
      { shortcode: 'fc' },
    ),
    reply('many-parts', '二十段的长话术', [
      Array.from({ length: 20 }, (_, index) => text(`第 ${index + 1} 段：请核对 {{订单号}} 的收货信息。`)),
    ]),
    reply('long', '很长的话术', [[text('您好，这里是一段很长的说明文字。'.repeat(1_200))]]),
  ];
}

/** One library with a few categories, and as many more as a test of size asks for. */
export function sampleTree(more = 0): LibraryTree {
  const category = (id: string, name: string, parentId: string | null, color: string | null): Category => ({
    id,
    libraryId,
    parentId,
    name,
    color,
    position: 0,
  });
  const categories = [
    category('c-after', '售后', null, '#e5484d'),
    category('c-return', '退换货', 'c-after', '#e5484d'),
    category('c-steps', '办理步骤', 'c-return', null),
    category('c-invoice', '发票', null, '#12a594'),
    ...Array.from({ length: more }, (_, index) =>
      category(
        `more-${index}`,
        `分类 ${index + 1}`,
        index % 10 === 0 ? null : `more-${index - (index % 10)}`,
        null,
      ),
    ),
  ];
  return {
    libraries: [
      { id: libraryId, name: '我的话术', tier: 'personal', origin: null, count: 6, uncategorized: 0 },
    ],
    categories: categories.map((one) => ({ ...one, count: 0 })),
    tags: [
      { tag: '退货', count: 12 },
      { tag: '物流', count: 9 },
      { tag: '发票', count: 4 },
    ],
    trash: 0,
    drafts: 0,
  };
}

/** Three states of a reply. */
export function sampleHistory(present: Reply | null): HistoryEntry[] {
  if (!present) return [];
  const older = {
    ...present,
    title: '退货怎么办',
    shortcode: null,
    tags: ['退货'],
    validUntil: null,
    nextIds: ['refund-time'],
    variants: [[text('您好，签收后十五天内都可以退，您在订单里申请就行。\n\n仓库收到后三天内退款。')]],
  };
  const oldest = { ...older, title: '退货', note: '' };
  const entry = (
    revision: number,
    at: string,
    by: string,
    source: HistoryEntry['source'],
    content: Reply,
  ) => ({
    revision,
    at,
    by,
    source,
    content,
    categoryPath: revision === 1 ? [] : ['售后', '退换货'],
  });
  return [
    entry(present.revision, present.updatedAt, '小满', 'edit', present),
    entry(2, '2026-10-08T01:12:00.000Z', '阿杰', 'edit', older),
    entry(1, '2026-09-01T02:00:00.000Z', '', 'import', oldest),
  ];
}
