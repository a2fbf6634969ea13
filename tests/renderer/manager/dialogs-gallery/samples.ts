import type { Insight } from '../../../../src/shared/contract/insight-calls.ts';
import type { LibraryTree, ListQuery, ManagerView } from '../../../../src/shared/contract/library-calls.ts';
import type {
  ImportDone,
  ImportPreview,
  PreviewRow,
  RowFate,
  RowReason,
} from '../../../../src/shared/contract/transfer-calls.ts';
import { lastLocalDays } from '../../../../src/shared/domain/local-day.ts';
import { savedTime } from '../../../../src/shared/domain/saved-time.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

export const view: ManagerView = {
  locale: 'zh-CN',
  theme: 'light',
  platform: 'windows',
  tour: false,
  hotkey: 'CommandOrControl+Shift+Space',
  settings: defaultSettings(),
  fill: { profile: { name: '小林', number: '027', shop: '青禾家居' }, clipboard: '' },
  undo: { undo: null, redo: null },
};

const library = (id: string, name: string, count: number): LibraryTree['libraries'][number] => ({
  id,
  name,
  tier: id === 'team' ? 'team' : 'personal',
  origin: null,
  count,
  uncategorized: 3,
});

const category = (id: string, parentId: string | null, name: string, libraryId = 'own') => ({
  id,
  libraryId,
  parentId,
  name,
  color: null,
  position: 0,
  count: 12,
});

export const tree: LibraryTree = {
  libraries: [library('own', '个人话术', 268), library('team', '售后三组', 1_204)],
  categories: [
    category('after', null, '退换货'),
    category('steps', 'after', '办理步骤'),
    category('order', null, '下单付款'),
    category('team-after', null, '投诉安抚', 'team'),
  ],
  tags: [],
  trash: 0,
  drafts: 0,
};

export const target = { libraryId: 'own', categoryId: null };

export const query: ListQuery = {
  scope: 'all',
  libraryId: 'own',
  categoryId: 'after',
  text: '退款',
  tags: [],
  filters: [],
  sort: 'relevance',
  descending: false,
};

const titles = [
  '七天无理由退货怎么办理',
  '退货运费谁承担',
  '修改收货地址',
  '电子发票什么时候开、怎么下载',
  '退款多久到账',
  '客户着急催物流时先安抚',
  '量脚长选鞋码',
  '保修期内坏了怎么办，需要准备哪些材料，寄回时要注意什么，多久能修好寄回来',
];
const paths = [['退换货', '办理步骤'], ['退换货'], ['下单付款', '修改订单'], ['发票'], []];
const titleAt = (index: number) => titles[index % titles.length] as string;
const pathAt = (index: number) => paths[index % paths.length] as string[];

/** Figures of a library in daily use; counts follow the days of the week so that every run looks the same. */
export function insight(days: 7 | 30 | 90 | 365): Insight {
  const pastes = lastLocalDays(days, new Date()).map((day, index) => ({
    day,
    count: index % 7 > 4 ? index % 3 : 24 + ((index * 37) % 46),
  }));
  const total = pastes.reduce((sum, { count }) => sum + count, 0);
  return {
    days,
    pastes,
    total,
    replies: 268,
    top: Array.from({ length: 20 }, (_, index) => ({
      id: `top-${index}`,
      title: titleAt(index),
      categoryPath: pathAt(index),
      count: Math.round(420 / (index + 1)),
    })),
    neverUsed: Array.from({ length: 100 }, (_, index) => ({
      id: `never-${index}`,
      title: titleAt(index + 3),
      categoryPath: pathAt(index + 1),
      createdAt: '2026-02-11T08:00:00.000Z',
    })),
    neverUsedCount: 131,
    expiringCount: 2,
    failedSearches: [
      { query: '以旧换新', count: 14, lastAt: '2026-11-20T08:00:00.000Z' },
      { query: '上门安装', count: 9, lastAt: '2026-11-21T08:00:00.000Z' },
      {
        query: '能不能先发货后付款，月底一起结算，可以开增值税专用发票吗',
        count: 3,
        lastAt: '2026-11-21T09:00:00.000Z',
      },
      { query: 'vip 折扣', count: 1, lastAt: '2026-11-02T08:00:00.000Z' },
    ],
    keepsFailedSearches: true,
    expiring: [
      {
        id: 'expiring-1',
        title: '双十一预售尾款时间',
        categoryPath: ['活动'],
        validUntil: '2026-11-30T15:59:00.000Z',
      },
      {
        id: 'expiring-2',
        title: '满减规则',
        categoryPath: ['活动'],
        validUntil: '2026-12-12T15:59:00.000Z',
      },
    ],
    lint: [
      { ruleId: 'shop-word', severity: 'block', count: 2 },
      { ruleId: 'but-after-apology', severity: 'warn', count: 31 },
      { ruleId: 'blunt-refusal', severity: 'warn', count: 12 },
      { ruleId: 'rule-of-another-version', severity: 'info', count: 1 },
    ],
    checking: null,
    savedTime: savedTime({ pastes: total, characters: total * 62 }),
  };
}

export function emptyInsight(replies: number): Insight {
  return {
    ...insight(30),
    pastes: insight(30).pastes.map(({ day }) => ({ day, count: 0 })),
    total: 0,
    replies,
    top: [],
    neverUsed: [],
    neverUsedCount: 0,
    expiringCount: 0,
    failedSearches: [],
    expiring: [],
    lint: [],
    savedTime: savedTime({ pastes: 0, characters: 0 }),
  };
}

const fateOf = (index: number): RowFate =>
  index < 6 ? 'skipped' : index < 14 ? 'changed' : index < 180 ? 'new' : 'unchanged';

const everyReason: RowReason[] = [
  'empty-body',
  'duplicate-in-file',
  'template-hint',
  'category-heading',
  'category-from-above',
  'not-a-reply',
  'disabled',
  'regex-trigger',
  'body-too-long',
  'shortcode-taken',
  'unknown-placeholder',
  'image-missing',
  'bad-date',
  'hidden-characters',
  'markup-removed',
  'title-cut',
  'shortcode-dropped',
  'formula-not-evaluated',
  'script-variable',
  'image-unreadable',
  'kept-existing',
];

export const rows: PreviewRow[] = Array.from({ length: 200 }, (_, index) => ({
  line: index + 2,
  from: '售后话术（2026 年 11 月修订版，新规则）.xlsx',
  fate: fateOf(index),
  reasons: index < 17 ? everyReason.slice(index, index === 7 ? index + 3 : index + 1) : [],
  title: titleAt(index),
  shortcode: index % 3 === 0 ? `th${index}` : null,
  categoryPath: pathAt(index),
  snippet:
    '您好，很抱歉给您添麻烦了。签收后七天内都可以退，步骤我帮您理好了：打开“我的订单”，找到这一单，点“申请售后”，选“七天无理由退货”',
  pictures: index % 17 === 8 ? 2 : 0,
  lint: index % 23 === 7 ? 'warn' : index === 9 ? 'block' : null,
  existing: fateOf(index) === 'changed' ? { id: `e${index}`, title: `${titleAt(index)}（旧）` } : null,
}));

export const preview: ImportPreview = {
  layout: 'kefubao',
  encoding: null,
  table: {
    mapping: {
      sheet: 0,
      headerRow: 0,
      columns: ['category', 'subcategory', 'title', 'body'],
      splitVariants: false,
    },
    unsure: false,
    sheets: ['话术', '说明'],
    unread: ['说明'],
    sample: [
      ['一级分类（必填）', '二级分类（选填）', '话术标题（选填）', '话术内容（必填）'],
      ['退换货', '办理步骤', '七天无理由退货怎么办理', '您好，签收后七天内都可以退…'],
    ],
  },
  counts: { new: 8_412, changed: 215, unchanged: 1_366, skipped: 7 },
  reasons: {
    'empty-body': 3,
    'duplicate-in-file': 4,
    'unknown-placeholder': 61,
    'image-missing': 2,
    'title-cut': 9,
  },
  newCategories: [
    ['退换货', '办理步骤'],
    ['退换货', '条件与运费'],
    ['下单付款', '修改订单'],
    ['活动', '双十一', '预售'],
  ],
  newCategoryCount: 26,
  lintFindings: 88,
  lintUnchecked: 0,
  pictures: 34,
  rows,
};

/** A table without headings that the reader could make little of. */
export const unsurePreview: ImportPreview = {
  ...preview,
  layout: 'table',
  encoding: 'GB18030',
  table: {
    mapping: {
      sheet: 0,
      headerRow: -1,
      columns: ['ignore', 'title', 'body', 'ignore', 'ignore'],
      splitVariants: false,
    },
    unsure: true,
    sheets: ['Sheet1', 'Sheet2', '说明'],
    unread: ['Sheet2', '说明'],
    sample: [
      ['售后常用话术 2026 版', '', '', '', ''],
      ['序号', '场景', '客服这样说', '负责人', '更新'],
      ['1', '退货', '您好，签收后七天内都可以退，步骤我帮您理好了|亲，七天内随时可以退', '林', '11-02'],
      [
        '2',
        '催物流',
        '让您等这么久真的很抱歉，我现在就联系快递核实包裹到哪了，十分钟内给您回话',
        '林',
        '11-02',
      ],
      ['3', '发票', '确认收货后 24 小时内自动开具', '陈', '10-28'],
      ['4', '尺码', '您量一下脚长，我帮您选', '陈', '10-28'],
    ],
  },
};

export const done: ImportDone = {
  counts: { new: 8_412, changed: 215, unchanged: 1_366, skipped: 7 },
  categories: 26,
  pictures: 34,
  undo: { undo: { kind: 'import', count: 8_627, name: null }, redo: null },
};
