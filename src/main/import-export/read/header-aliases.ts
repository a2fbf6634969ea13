import type { TableField } from '../../../shared/contract/transfer-calls.ts';
import { fold } from '../../../shared/domain/fold.ts';

/**
 * Names of columns in exports and hand-made sheets, the surest first: of two columns for one field, the one that stands earlier here is
 * taken. Traditional characters, case, width, spaces and underscores are folded away before comparing.
 */
const aliases: readonly [TableField, readonly string[]][] = [
  [
    'category',
    [
      ...'一级分类 分类名称 话术分组 话术分类 分类 分组 分组名称 类别 类型 目录 文件夹 资料夹 大类 场景 话术场景'.split(
        ' ',
      ),
      ...'category group folder topic'.split(' '),
    ],
  ],
  ['subcategory', '二级分类 子分类 次分类 子类别 小类 subcategory sub_category subfolder'.split(' ')],
  [
    'title',
    [
      ...'话术标题 话术短标题 短标题 标题 名称 问题 问句 常见问题 客户问题 顾客问题 买家问题 用户问题 问题描述'.split(
        ' ',
      ),
      ...'title name label question subject'.split(' '),
    ],
  ],
  [
    'body',
    [
      ...'话术内容 快捷短语内容 快捷短语 回复内容 回覆内容 常用语 话术正文 正文 内容 答案 回答 回复 回覆 话术'.split(
        ' ',
      ),
      ...'标准话术 标准回复 标准回覆 标准回答 标准答案 客服回复 客服回覆 客服话术 参考话术 参考回复 推荐话术 回复话术 答复'.split(
        ' ',
      ),
      ...'content body snippet reply text answer response message phrase'.split(' '),
    ],
  ],
  [
    'shortcode',
    [
      ...'快捷编码 快捷短语编码 快捷码 短码 编码 快捷键 快速键 缩写'.split(' '),
      ...'shortcode shortcut abbreviation trigger keyword code'.split(' '),
    ],
  ],
  ['tags', '标签 关键词 关键字 tags tag keywords'.split(' ')],
  ['tier', '是否加入团队 适用范围 tier'.split(' ')],
  ['note', '备注 内部备注 说明 注释 note notes remark remarks comment'.split(' ')],
  ['validFrom', ['生效日期', '生效时间', '开始日期', 'valid from', 'start date']],
  [
    'expiry',
    [
      ...'有效期 有效期至 到期 到期日 到期日期 到期时间 失效日期 失效时间 截止日期 过期时间'.split(' '),
      ...['expiry', 'expiration date', 'expiry date', 'expires', 'valid until'],
    ],
  ],
  ['image', '图片 配图 图片名称 图片文件 照片 image images picture pictures photo'.split(' ')],
];

const fieldByName = new Map<string, { field: TableField; rank: number }>();
for (const [field, names] of aliases) {
  names.forEach((name, rank) => {
    fieldByName.set(bare(name), { field, rank });
  });
}

/** What a header adds behind its name: whether it must be filled in, and how much may be. */
const addition =
  /[（(【[](?:必填|选填|可选|非必填|必须|[^（()）]{0,12}字(?:符)?(?:以内|内)?[^（()）]{0,4}|是\/否|required|optional)[)）】\]]$/;

/** A header's name with what does not count folded away. */
export function foldHeader(header: string): string {
  let name = fold(header).replace(/[\s_*-]+/g, '');
  for (let shorter = name.replace(addition, ''); shorter !== name; shorter = name.replace(addition, '')) {
    name = shorter;
  }
  return name.replace(/[:：]$/, '');
}

function bare(name: string): string {
  return fold(name).replace(/[\s_-]+/g, '');
}

/** The field that a header names; `rank` is lower the surer. A number in it, as in `回复内容2` or `三级分类`, makes another column of the same. */
export function fieldOfHeader(header: string): { field: TableField; rank: number; numbered: boolean } | null {
  if (header.length > 60) return null;
  const name = foldHeader(header);
  const found = fieldByName.get(name);
  if (found !== undefined) return { ...found, numbered: false };
  const unnumbered = fieldByName.get(
    name.replace(/([0-9]{1,2}|[一二三四五])$/, '').replace(/^[三四五六](?=级分类$)/, '二'),
  );
  return unnumbered === undefined ? null : { ...unnumbered, numbered: true };
}
