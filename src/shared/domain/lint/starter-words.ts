import type { Locale } from '../../i18n/locale.ts';
import type { LintWord } from './lint-rule.ts';

const words = (level: LintWord['level'], entries: readonly (readonly [word: string, instead: string])[]) =>
  entries.map(([word, instead]): LintWord => ({ word, level, instead }));

/**
 * What a new installation starts from: superlatives that advertising rules frown upon, and invitations to leave the platform.
 * A help for writing, not a complete list and no legal advice; the shop edits it.
 */
export const starterWords: readonly LintWord[] = [
  ...words('warn', [
    ['国家级', ''],
    ['世界级', ''],
    ['最高级', ''],
    ['顶级', '高品质'],
    ['极品', ''],
    ['最好', '很好'],
    ['最便宜', '优惠'],
    ['全网最低', '活动价'],
    ['史上最低', '活动价'],
    ['最低价', '活动价'],
    ['第一', ''],
    ['独一无二', '特别'],
    ['绝无仅有', ''],
    ['万能', '多用途'],
    ['根治', '缓解'],
    ['无副作用', ''],
    ['百分百有效', ''],
    ['100%有效', ''],
    ['加微信', '在这里联系我'],
    ['加我微信', '在这里联系我'],
    ['加个微信', '在这里联系我'],
    ['加您微信', '在这里联系我'],
    ['微信号', ''],
    ['加v信', '在这里联系我'],
    ['加v:', '在这里联系我'],
    ['加vx', '在这里联系我'],
    ['微信转账', '在平台付款'],
    ['线下交易', '在平台下单'],
  ]),
  ...words('block', [
    ['私下交易', '在平台下单'],
    ['私下转账', '在平台付款'],
    ['私下转帐', '在平台付款'],
    ['好评返现', ''],
    ['刷单', ''],
  ]),
];

/** The same list in traditional characters, word by word; which language the page speaks decides. */
const traditional = new Map(
  Object.entries({
    国家级: '國家級',
    世界级: '世界級',
    最高级: '最高級',
    顶级: '頂級',
    极品: '極品',
    优惠: '優惠',
    全网最低: '全網最低',
    最低价: '最低價',
    活动价: '活動價',
    高品质: '高品質',
    独一无二: '獨一無二',
    特别: '特別',
    绝无仅有: '絕無僅有',
    万能: '萬能',
    缓解: '緩解',
    无副作用: '無副作用',
    加个微信: '加個微信',
    微信号: '微信號',
    在这里联系我: '在這裡聯絡我',
    微信转账: '微信轉賬',
    线下交易: '線下交易',
    在平台下单: '在平台下單',
    私下转账: '私下轉賬',
    私下转帐: '私下轉帳',
    好评返现: '好評返現',
    刷单: '刷單',
  }),
);

/** The starter list as a page in this language shows it; it finds the same whichever it is. */
export function starterWordsIn(locale: Locale): readonly LintWord[] {
  return locale === 'zh-TW' ? traditionalWords : starterWords;
}

const inTraditional = (words: string) => traditional.get(words) ?? words;

const traditionalWords = starterWords.map(
  ({ word, level, instead }): LintWord => ({
    word: inTraditional(word),
    level,
    instead: inTraditional(instead),
  }),
);

/** A warning against something is no invitation to it, nor is telling what a customer asks for. */
const warned =
  '(?:不会|不要|不需要|不用|不能|不可|不支持|不提供|不参与|不建议|无需|请勿|切勿|勿|谨防|警惕|小心|当心|拒绝|严禁|禁止|避免|从不|绝不|凡是|任何|别)[^。!?;\\n]{0,16}';

const invitations = [
  '加微信',
  '加我微信',
  '加个微信',
  '加您微信',
  '微信号',
  '加v信',
  '加vx',
  '微信转账',
  '线下交易',
  '私下交易',
  '私下转账',
  '私下转帐',
  '好评返现',
  '刷单',
];

/**
 * Words that also have an everyday sense, folded, with the phrases in which they are fine; patterns like those of
 * `LintRule`. They hold for the shop's own entries of the same words too.
 */
export const wordExceptions: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...invitations.map(
    (word) =>
      [
        word,
        [
          `${warned}${word}`,
          `(?:客户|顾客)[^。!?;\\n]{0,8}${word}`,
          `${word}[^。!?;\\n]{0,8}(?:诈骗|骗局|违规|不做|不参与|不支持|没有|不提供)`,
        ],
      ] as const,
  ),
  // 最好在周五前寄出 advises, 质量最好 boasts.
  [
    '最好',
    [
      '(?<!(?:质量|品质|效果|全网|业界|行业|全国|世界|市面上|性价比|口碑|服务|同类|国内)[^,。!?;\\n]{0,3})最好(?!的)',
      '最好的(?:办法|方法|方式|时间|时候|安排|礼物|祝福|自己|状态|朋友)',
    ],
  ],
  // 第一时间, 第一次, 第一步 count, 销量第一 boasts.
  [
    '第一',
    [
      '第一(?:时间|次|步|个|天|张|件|条|项|位|页|栏|行|种|周|季|批|单|排|层|代|人称|点|款|遍|年|名|期|轮|反应|手)',
      '(?:^|[\\n。;:,])\\s?第一(?=[,、:是])',
    ],
  ],
  ['万能', ['万能(?:充|胶|钥匙|插|转换|表|工具)']],
  ['最低价', ['最低价格?(?:是|为|保护)']],
]);
