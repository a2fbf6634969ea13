import { describe, expect, it } from 'vitest';
import type { SearchRow } from '../../../src/shared/domain/search-result.ts';
import { openTestIndex } from './open-test-index.ts';

/** The highlighted pieces of a title. */
function marked(row: SearchRow | undefined): string[] {
  return (row?.titleRanges ?? []).map(([start, end]) => row?.title.slice(start, end) ?? '');
}

function text(value: string) {
  return [[{ kind: 'text' as const, text: value }]];
}

describe('finding by Chinese characters', () => {
  it.each(['退', '策', '退款', '款政', '退款政策', '政策说', '退款政策说明'])(
    'finds 退款政策说明 by %s',
    (query) => {
      const { add, rows } = openTestIndex();
      add({ title: '退款政策说明' });
      add({ title: '物流查询' });
      expect(rows(query).map((row) => row.title)).toEqual(['退款政策说明']);
      expect(marked(rows(query)[0])).toEqual([query]);
    },
  );

  it('does not find characters that stand apart', () => {
    const { add, titles } = openTestIndex();
    add({ title: '退款政策' });
    expect(titles('退政')).toEqual([]);
  });

  it('finds several terms in any order', () => {
    const { add, titles, rows } = openTestIndex();
    add({ title: '双十一退货运费说明' });
    add({ title: '双十一发货时间' });
    expect(titles('运费 双十一')).toEqual(['双十一退货运费说明']);
    expect(marked(rows('运费 双十一')[0])).toEqual(['双十一', '运费']);
  });

  it('finds what stands on both sides of punctuation', () => {
    const { add, titles } = openTestIndex();
    add({ title: '退款政策（简短版）' });
    expect(titles('政策简短')).toEqual(['退款政策（简短版）']);
    expect(titles('政策（简')).toEqual(['退款政策（简短版）']);
  });

  it('finds simplified by traditional characters and back', () => {
    const { add, titles } = openTestIndex();
    add({ title: '发货时间' });
    add({ title: '優惠券使用規則' });
    expect(titles('發貨時間')).toEqual(['发货时间']);
    expect(titles('优惠券')).toEqual(['優惠券使用規則']);
  });

  it('finds a phrase of the body and shows the line around it', () => {
    const { add, rows } = openTestIndex();
    add({ title: '安抚', variants: text(`${'非常抱歉给您带来不便。'.repeat(20)}仓库爆单导致延误。`) });
    const [row] = rows('仓库爆单');
    expect(row?.matchClass).toBe('body');
    const [range] = row?.snippetRanges ?? [];
    expect(range && row?.snippet.slice(...range)).toBe('仓库爆单');
    expect(row?.snippet.length).toBeLessThan(140);
  });

  it('finds one term in the title and the other in the body', () => {
    const { add, titles } = openTestIndex();
    add({ title: '物流延误', variants: text('由于天气原因，包裹会晚到。') });
    expect(titles('物流 天气')).toEqual(['物流延误']);
  });

  it('finds a text of a second variant', () => {
    const { add, titles } = openTestIndex();
    add({
      title: '问候',
      variants: [[{ kind: 'text', text: '您好' }], [{ kind: 'text', text: '欢迎光临小店' }]],
    });
    expect(titles('欢迎光临')).toEqual(['问候']);
  });
});

describe('finding by pinyin', () => {
  it.each([
    ['tuikuanzhengce', '退款政策'],
    ['tuikuanzhe', '退款政'],
    ['tkzc', '退款政策'],
    ['tk', '退款'],
    ['tuikzc', '退款政策'],
    ['tkuanzc', '退款政策'],
    ['tkzhengc', '退款政策'],
    ['kuanzheng', '款政'],
    ['zc', '政策'],
    ['zhc', '政策'],
    ['退款zc', '退款政策'],
    ['tui政策', ''],
    ['退kzc', '退款政策'],
  ])('finds 退款政策 by %s and marks %s', (query, expected) => {
    const { add, rows } = openTestIndex();
    add({ title: '【常用】退款政策' });
    add({ title: '发货时间' });
    if (expected === '') {
      // 退 is followed by 款, not by 政.
      expect(rows(query)).toEqual([]);
      return;
    }
    expect(rows(query).map((row) => row.title)).toEqual(['【常用】退款政策']);
    expect(marked(rows(query)[0])).toEqual([expected]);
  });

  it.each([
    ['重庆仓发货', ['cq', 'zq', 'chongqing', 'zhongqing', 'cqcfh', 'zqcfh', 'chongqc']],
    ['长度怎么选', ['cd', 'zd', 'changdu', 'zhangdu', 'cdzmx', 'zdzmx']],
    ['银行卡退款', ['yh', 'yhk', 'yx', 'yinhangka', 'yinxingka', 'yhktk']],
    ['音乐会员', ['yy', 'yl', 'yinyue', 'yinle', 'yyhy']],
    ['女装绿色', ['nvzhuang', 'nuzhuang', 'lvse', 'luse', 'nzls', 'nvzhuanglvse', 'nuzhuanglvse']],
    ['策略说明', ['celue', 'celve', 'clsm']],
  ])('finds %s by every reading', (title, queries) => {
    const { add, titles } = openTestIndex();
    add({ title });
    add({ title: '其他内容' });
    for (const query of queries) expect([query, titles(query)]).toEqual([query, [title]]);
  });

  it('finds a begun syllable behind a word that reads as one', () => {
    const { add, titles } = openTestIndex();
    add({ title: 'He 客服' });
    add({ title: '其他内容' });
    for (const query of ['hek', 'heke', 'hekef'])
      expect([query, titles(query)]).toEqual([query, ['He 客服']]);
  });

  it('finds begun pinyin of a title that was added after the search was opened', () => {
    const { add, titles } = openTestIndex();
    add({ title: '其他内容' });
    expect(titles('xunshua')).toEqual([]);
    add({ title: '询刷新' });
    expect(titles('xunshua')).toEqual(['询刷新']);
  });

  it('finds a traditional title by pinyin', () => {
    const { add, titles } = openTestIndex();
    add({ title: '發貨時間說明' });
    expect(titles('fhsj')).toEqual(['發貨時間說明']);
    expect(titles('fahuoshijian')).toEqual(['發貨時間說明']);
  });

  it('reads xian as one syllable and as two', () => {
    const { add, titles } = openTestIndex();
    add({ title: '西安仓库' });
    add({ title: '先到先得' });
    expect(titles('xian').toSorted()).toEqual(['先到先得', '西安仓库']);
    expect(titles('xiancangku')).toEqual(['西安仓库']);
  });

  it('takes a and e as initials, too', () => {
    const { add, titles } = openTestIndex();
    add({ title: '茶叶安装服务' });
    add({ title: '耳机停产' });
    expect(titles('chayazf')).toEqual(['茶叶安装服务']);
    expect(titles('ejtc')).toEqual(['耳机停产']);
  });

  it.each([
    'tuikaunzhengce',
    'tuikuanzhngce',
    'tuikuanzhemgce',
    'tuikuuanzhengce',
    'utikuanzhengce',
    'tuikuanzhengcw',
  ])('forgives one typing error: %s', (query) => {
    const { add, titles } = openTestIndex();
    add({ title: '退款政策' });
    add({ title: '快递查询' });
    expect(titles(query)).toEqual(['退款政策']);
  });

  it('matches letters, digits and initials of a mixed title', () => {
    const { add, titles } = openTestIndex();
    add({ title: 'VIP客户7天无理由' });
    for (const query of ['vip', 'vipkh', 'vipkehu', 'kh7t', '7twly', '7天', '7天wly', 'vip客户', '客户7天']) {
      expect([query, titles(query)]).toEqual([query, ['VIP客户7天无理由']]);
    }
  });

  it('skips punctuation between initials', () => {
    const { add, titles } = openTestIndex();
    add({ title: '退款-到账（时间）' });
    expect(titles('tkdz')).toEqual(['退款-到账（时间）']);
    expect(titles('dzsj')).toEqual(['退款-到账（时间）']);
  });
});

describe('finding by Latin words', () => {
  it.each([
    'refund',
    'ref',
    'REFUND',
    'ｒｅｆｕｎｄ',
    'refund pol',
    'pol ref',
    'refpol',
    'rp',
    'refundpolicy',
    'Refund-Policy',
  ])('finds Refund policy by %s', (query) => {
    const { add, titles } = openTestIndex();
    add({ title: 'Refund policy' });
    add({ title: 'Shipping delay' });
    expect(titles(query)).toEqual(['Refund policy']);
  });

  it.each(['rfnd', 'rfnd plcy', 'plcy', 'rfd', 'rfnd pol'])(
    'finds Refund policy by the abbreviation %s',
    (query) => {
      const { add, titles } = openTestIndex();
      add({ title: 'Refund policy' });
      add({ title: 'Shipping delay' });
      expect(titles(query)).toEqual(['Refund policy']);
    },
  );

  it.each([
    'refnud',
    'erfund',
    'refind',
    'refunf',
    'reffund',
    'rfund',
    'xefund',
    'refnud policy',
    'refund plicy',
    'cancelation',
  ])('forgives one typing error a word: %s', (query) => {
    const { add, titles } = openTestIndex();
    add({ title: 'Refund policy after cancellation' });
    add({ title: 'Shipping delay' });
    expect(titles(query)).toEqual(['Refund policy after cancellation']);
  });

  it('does not take short words for misspelt ones', () => {
    const { add, titles } = openTestIndex();
    add({ title: 'Size guide' });
    expect(titles('sixe')).toEqual([]);
  });

  it('finds a word of the body by its beginning only', () => {
    const { add, titles } = openTestIndex();
    add({ title: 'Delay', variants: text('The courier marked the parcel as delivered.') });
    expect(titles('cour')).toEqual(['Delay']);
    expect(titles('ourier')).toEqual([]);
  });

  it('folds accents', () => {
    const { add, titles } = openTestIndex();
    add({ title: 'Café opening hours' });
    expect(titles('cafe')).toEqual(['Café opening hours']);
    expect(titles('CAFÉ')).toEqual(['Café opening hours']);
  });
});

describe('finding by shortcode, tag and category', () => {
  it.each(['tk12', '/tk12', '、tk12', '／ＴＫ12'])('finds the shortcode by %s', (query) => {
    const { add, rows } = openTestIndex();
    add({ title: '物流', shortcode: 'tk123' });
    add({ title: '退款', shortcode: 'tk12' });
    const found = rows(query);
    expect(found.map((row) => [row.title, row.matchClass])).toEqual([
      ['退款', 'shortcode-exact'],
      ['物流', 'shortcode-prefix'],
    ]);
    expect(found[1]?.shortcodeRanges).toEqual([[0, 4]]);
  });

  it('finds a shortcode with punctuation or ideographs', () => {
    const { add, titles } = openTestIndex();
    add({ title: '甲', shortcode: 'a-1' });
    add({ title: '乙', shortcode: '退1' });
    expect(titles('a-1')).toEqual(['甲']);
    expect(titles('a-')).toEqual(['甲']);
    expect(titles('/退')).toEqual(['乙']);
  });

  it('finds a category with a term of the title, in either order', () => {
    const { add, titles, db, libraryId } = openTestIndex();
    db.prepare(
      `INSERT INTO category (id, library_id, parent_id, name, position, created_at, updated_at)
       VALUES ('c1', ?, NULL, '物流配送', 0, '', ''), ('c2', ?, 'c1', '异常件', 0, '', '')`,
    ).run(libraryId, libraryId);
    add({ title: '包裹破损', categoryId: 'c2' });
    add({ title: '包裹丢失' });
    for (const query of ['物流 破损', '破损 物流', '异常 包裹', 'wl 破损', 'wuliu posun', 'ycj bg']) {
      expect([query, titles(query)]).toEqual([query, ['包裹破损']]);
    }
    expect(titles('物流配送')).toEqual(['包裹破损']);
  });

  it('looks at tags only after #', () => {
    const { add, titles } = openTestIndex();
    add({ title: '活动预告', tags: ['双十一'] });
    add({ title: '双十一规则' });
    expect(titles('#双十一')).toEqual(['活动预告']);
    expect(titles('#双')).toEqual(['活动预告']);
    expect(titles('#ssy')).toEqual(['活动预告']);
    expect(titles('#双十一 预告')).toEqual(['活动预告']);
    expect(titles('#规则')).toEqual([]);
    expect(titles('双十一')).toEqual(['双十一规则', '活动预告']);
  });
});
