import { describe, expect, it } from 'vitest';
import { now, openTestIndex } from './open-test-index.ts';

function daysAgo(days: number): string {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString();
}

function text(value: string) {
  return [[{ kind: 'text' as const, text: value }]];
}

describe('the order of results', () => {
  it('follows the class of the match when use is equal', () => {
    const { add, rows } = openTestIndex();
    // Added in the opposite order, so that neither age nor rank makes the order.
    add({ title: 'z body', variants: text('tk is mentioned here') });
    add({ title: 'y tag', tags: ['tk'] });
    add({ title: '退款' });
    add({ title: 'About tk' });
    add({ title: 'tk title' });
    add({ title: 'x prefix', shortcode: 'tk1' });
    add({ title: 'w exact', shortcode: 'tk' });
    expect(rows('tk').map((row) => [row.matchClass, row.title])).toEqual([
      ['shortcode-exact', 'w exact'],
      ['shortcode-prefix', 'x prefix'],
      ['title-prefix', 'tk title'],
      ['title', 'About tk'],
      ['initials', '退款'],
      ['tag-or-category', 'y tag'],
      ['body', 'z body'],
    ]);
  });

  it('follows the decayed use inside a class, then the latest change', () => {
    const { add, use, titles } = openTestIndex();
    add({ title: '退款 甲' }, '2026-01-01T00:00:00.000Z');
    add({ title: '退款 乙' }, '2026-03-01T00:00:00.000Z');
    const lately = add({ title: '退款 丙' }, '2026-01-01T00:00:00.000Z');
    const longAgo = add({ title: '退款 丁' }, '2026-01-01T00:00:00.000Z');
    // Four half-lives: worth 2 today.
    use(longAgo, 32, daysAgo(56));
    use(lately, 4, daysAgo(1));
    expect(titles('退款')).toEqual(['退款 丙', '退款 丁', '退款 乙', '退款 甲']);
  });

  it('never puts use before an exact shortcode or a shortcode that begins so', () => {
    const { add, use, titles } = openTestIndex();
    const popular = add({ title: 'vip' });
    use(popular, 100_000);
    add({ title: '会员甲', shortcode: 'vip1' });
    add({ title: '会员乙', shortcode: 'vip' });
    expect(titles('vip')).toEqual(['会员乙', '会员甲', 'vip']);
  });

  it('never lets use lift a tag or body over a title', () => {
    const { add, use, titles } = openTestIndex();
    const tagged = add({ title: '甲', tags: ['退款'] });
    const bodied = add({ title: '乙', variants: text('退款') });
    use(tagged, 100_000);
    use(bodied, 100_000);
    add({ title: '关于退款' });
    expect(titles('退款')).toEqual(['关于退款', '甲', '乙']);
  });

  it('lets a well-known title stand before an unused one that begins with the term', () => {
    const { add, use, titles } = openTestIndex();
    add({ title: '退款政策' });
    const known = add({ title: '催退款' });
    expect(titles('退款')).toEqual(['退款政策', '催退款']);
    use(known, 20);
    expect(titles('退款')).toEqual(['催退款', '退款政策']);
  });

  it('puts the whole title first', () => {
    const { add, titles } = openTestIndex();
    add({ title: '退款进度查询' }, '2026-05-01T00:00:00.000Z');
    add({ title: '退款进度' }, '2026-01-01T00:00:00.000Z');
    expect(titles('退款进度')).toEqual(['退款进度', '退款进度查询']);
  });

  it('puts words typed in the order of the title before scattered ones', () => {
    const { add, titles } = openTestIndex();
    add({ title: 'Policy for a late refund' }, '2026-05-01T00:00:00.000Z');
    add({ title: 'Refund policy' }, '2026-01-01T00:00:00.000Z');
    expect(titles('refund policy')).toEqual(['Refund policy', 'Policy for a late refund']);
  });

  it('puts the commonest reading of a character before another one', () => {
    const { add, use, titles } = openTestIndex();
    const other = add({ title: '自行车' }, '2026-05-01T00:00:00.000Z');
    add({ title: '子耗材' });
    expect(titles('zhc')).toEqual(['子耗材', '自行车']);
    use(other, 8);
    expect(titles('zhc')).toEqual(['自行车', '子耗材']);
  });

  it('puts initials of the beginning of a title before others', () => {
    const { add, titles } = openTestIndex();
    add({ title: '宠物茶几系统升级' }, '2026-05-01T00:00:00.000Z');
    add({ title: '茶几系统升级' });
    expect(titles('cjxt')).toEqual(['茶几系统升级', '宠物茶几系统升级']);
  });

  it('lets use decide between a category beside a title and two words of a title', () => {
    const { db, libraryId, add, use, titles } = openTestIndex();
    db.prepare(
      `INSERT INTO category (id, library_id, parent_id, name, position, created_at, updated_at)
       VALUES ('c1', ?, NULL, '退款', 0, '', '')`,
    ).run(libraryId);
    const inCategory = add({ title: '牛仔裤尺码', categoryId: 'c1' });
    add({ title: '牛仔裤怎么退款' });
    expect(titles('退款 牛仔')).toHaveLength(2);
    use(inCategory, 2);
    expect(titles('退款 牛仔')[0]).toBe('牛仔裤尺码');
  });

  it('puts the shorter of two bodies first between equals', () => {
    const { add, titles } = openTestIndex();
    add({ title: '甲', variants: text('请保持电话畅通，安装师傅会准时上门，感谢您的理解与支持') });
    add({ title: '乙', variants: text('请保持电话畅通') });
    add({ title: '丙', variants: text('您好，请保持电话畅通，谢谢') });
    expect(titles('电话畅通')).toEqual(['乙', '丙', '甲']);
  });

  it('prefers the script that was typed between equals', () => {
    const { add, titles } = openTestIndex();
    add({ title: '发货时间' });
    add({ title: '發貨時間' });
    add({ title: '发货时间' });
    expect(titles('發貨')[0]).toBe('發貨時間');
  });

  it('finds the best known reply among many that match', () => {
    const { add, use, titles } = openTestIndex();
    const ids = Array.from({ length: 150 }, (_, index) => add({ title: `退款说明 ${index}` }));
    use(ids[77] as string, 2);
    use(ids[131] as string, 9);
    expect(titles('退款').slice(0, 2)).toEqual(['退款说明 131', '退款说明 77']);
    expect(titles('tk').slice(0, 2)).toEqual(['退款说明 131', '退款说明 77']);
  });

  it('finds an unused title that begins with the term among many used ones', () => {
    const { add, use, rows } = openTestIndex();
    for (let index = 0; index < 120; index += 1) use(add({ title: `催退款 ${index}` }), 1);
    add({ title: '退款政策' });
    expect(rows('退款')[0]?.title).toBe('退款政策');
  });
});

describe('the list of an empty query', () => {
  it('shows favourites, then what the target app uses, then everything else by use', () => {
    const { add, use, rows } = openTestIndex();
    add({ title: '旧的' }, '2026-01-01T00:00:00.000Z');
    add({ title: '新的' }, '2026-05-01T00:00:00.000Z');
    const popular = add({ title: '常用' });
    const here = add({ title: '本应用常用' });
    const hereOnce = add({ title: '本应用偶尔' });
    add({ title: '收藏', favourite: true });
    use(here, 3, daysAgo(1));
    use(popular, 50);
    use(here, 3, daysAgo(1), 'qianniu');
    use(hereOnce, 5, daysAgo(60), 'qianniu');
    expect(rows('', 'qianniu').map((row) => [row.title, row.matchClass])).toEqual([
      ['收藏', 'favourite'],
      ['本应用常用', 'recent'],
      ['本应用偶尔', 'recent'],
      ['常用', 'recent'],
      ['新的', 'recent'],
      ['旧的', 'recent'],
    ]);
    expect(rows('').map((row) => row.title)).toEqual([
      '收藏',
      '常用',
      '本应用常用',
      '本应用偶尔',
      '新的',
      '旧的',
    ]);
  });

  it.each(['', '   ', '/', '#', '　'])('comes for %j', (query) => {
    const { add, titles } = openTestIndex();
    add({ title: '退款' });
    expect(titles(query)).toEqual(['退款']);
  });

  it('leaves out replies that are not valid now', () => {
    const { add, titles } = openTestIndex();
    add({ title: '过期', favourite: true, validUntil: daysAgo(1) });
    add({ title: '未生效', validFrom: daysAgo(-1) });
    add({ title: '有效', validFrom: daysAgo(1), validUntil: daysAgo(-1) });
    expect(titles('')).toEqual(['有效']);
  });
});

describe('replies that are not valid now', () => {
  it('are found by their exact shortcode only, and say so', () => {
    const { add, rows, titles } = openTestIndex();
    const successor = add({ title: '新退款规则' });
    add({ title: '旧退款规则', shortcode: 'tk', validUntil: daysAgo(1), successorId: successor });
    add({ title: '下月退款规则', shortcode: 'xy', validFrom: daysAgo(-10) });
    expect(titles('退款规则')).toEqual(['新退款规则']);
    expect(rows('/tk')[0]).toMatchObject({
      title: '旧退款规则',
      validity: 'expired',
      successor: { id: successor, title: '新退款规则' },
    });
    expect(rows('xy')[0]).toMatchObject({ title: '下月退款规则', validity: 'not-yet', successor: null });
    expect(titles('x')).not.toContain('下月退款规则');
  });

  it('follow their successors to the first valid one', () => {
    const { add, rows } = openTestIndex();
    const last = add({ title: '第三版' });
    const middle = add({ title: '第二版', validUntil: daysAgo(5), successorId: last });
    add({ title: '第一版', shortcode: 'v1', validUntil: daysAgo(9), successorId: middle });
    expect(rows('v1')[0]?.successor).toEqual({ id: last, title: '第三版' });
  });

  it('have no successor when the chain runs in a circle', () => {
    const { add, rows, db, index } = openTestIndex();
    const first = add({ title: '甲', shortcode: 'v1', validUntil: daysAgo(9) });
    const second = add({ title: '乙', validUntil: daysAgo(9), successorId: first });
    db.prepare('UPDATE reply SET successor_id = ? WHERE id = ?').run(second, first);
    index.applyChanges();
    expect(rows('v1')[0]?.successor).toBeNull();
  });
});
