import type { LintRule } from '../lint-rule.ts';
import { isBankCard, isChineseResidentId, isTaiwanId } from './checksums.ts';

/** Numbers that are named as something else, an order, a parcel, a product, or that are a piece of an address on the web. */
const otherNumbers = [
  '(?:订单|单号|运单|(?<!证件?)编号|货号|型号|条码|条形码|工号|流水|交易号|序列号|商品id|批号|款号|物流号|取件码|票号|税号|发票号|\\border|\\btracking|\\bparcel|\\bsku|\\bref|\\binvoice|\\bwaybill|\\bcoupon|\\bserial|\\bmodel|\\bitem|\\bcode)(?:(?!电话|手机|拨打|致电|联系|[请来]?[加打找拨]我?(?=\\d)|加微|身份证|卡|phone|call|contact|card)[^\\d,。;\\n]){0,10}\\d[\\d -]{4,40}',
  '(?:(?<![下买接])单|(?<!号)码)[:#( ]{0,3}\\d[\\d -]{4,40}',
  // A name that ends its line, and the number on the next one; not behind words that ask to call somebody.
  '(?<!(?:电话|手机|拨打|致电|联系|加微|身份证|卡|phone|call|contact|card)[^\\n]{0,20})(?:订单号|单号|(?<!证件?)编号|货号|型号|条码|条形码|流水号|交易号|序列号|批号|款号|取件码|票号|税号|\\b(?:order|tracking|parcel|waybill|invoice|serial|item) (?:number|no\\.?|id|code))(?:号?码)?(?:是|为|如下)? ?:? {0,4}\\n {0,4}\\d[\\d -]{4,40}',
  'https?://[^\\s一-龥]{1,300}|[?&][a-z_]{1,20}=[\\d-]{4,40}',
];

export const phoneNumber: LintRule = {
  id: 'phone-number',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '像是电话号码',
      suggestion: '个人号码不要写进话术；需要时改用变量，例如 {{电话}}',
    },
    'zh-TW': {
      message: '像是電話號碼',
      suggestion: '個人號碼不要寫進話術；需要時改用變數，例如 {{電話}}',
    },
    en: {
      message: 'This looks like a phone number',
      suggestion: 'Keep personal numbers out of replies; use a placeholder such as {{phone}}',
    },
  },
  patterns: [
    // Mainland mobile, with or without the country code.
    '(?<![\\da-z._/-])(?:\\+?(?:00)?86[- ]?)?1[3-9]\\d[-– .]?\\d{4}[-– .]?\\d{4}(?![\\d_]|[.-]\\d)',
    // Taiwan mobile.
    '(?<![\\da-z._/-])(?:(?:\\+|00)886[- ]?0?|0)9\\d{2}[- ]?\\d{3}[- ]?\\d{3}(?![\\d_]|[.-]\\d)',
    // Landlines: only with their area code set off.
    '(?<![\\da-z._/-])\\(?0\\d{2,3}[) -]{1,2}[2-9]\\d{6,7}(?![\\d_]|[.-]\\d)',
    '(?<![\\da-z._/-])\\(?0[2-8]\\d?[) -]{1,2}\\d{3,4}[- ]\\d{4}(?![\\d_]|[.-]\\d)',
  ],
  exceptions: otherNumbers,
};

export const identityNumber: LintRule = {
  id: 'identity-number',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': { message: '像是身份证号', suggestion: '去掉证件号；需要时改用变量，例如 {{证件号}}' },
    'zh-TW': { message: '像是身分證字號', suggestion: '拿掉證件號碼；需要時改用變數，例如 {{證件號碼}}' },
    en: {
      message: 'This looks like an identity number',
      suggestion: 'Take the number out; use a placeholder such as {{id number}}',
    },
  },
  patterns: [
    '(?<![\\da-z])[1-9]\\d{5}[ -]?(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?\\d{3}[\\dx](?![\\da-z])',
    '(?<![\\da-z])[a-z][1289]\\d{8}(?![\\da-z])',
  ],
  exceptions: otherNumbers.map((pattern) => pattern.replace('\\d[\\d -]{4,40}', '[a-z]?\\d{8,20}')),
  verify: (match) => isChineseResidentId(match.replace(/[ -]/g, '')) || isTaiwanId(match),
};

export const cardNumber: LintRule = {
  id: 'card-number',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': { message: '像是银行卡号', suggestion: '去掉卡号；需要时改用变量，例如 {{卡号后四位}}' },
    'zh-TW': { message: '像是銀行卡號', suggestion: '拿掉卡號；需要時改用變數，例如 {{卡號末四碼}}' },
    en: {
      message: 'This looks like a bank card number',
      suggestion: 'Take the number out; use a placeholder such as {{last four digits}}',
    },
  },
  patterns: ['(?<![\\da-z._-])\\d(?:[ -]?\\d){15,18}(?![\\d_])'],
  exceptions: otherNumbers,
  verify: isBankCard,
};

export const foreignPlaceholder: LintRule = {
  id: 'foreign-placeholder',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '像是其他工具留下的变量，客户会原样看到',
      suggestion: '改成妙答的变量，例如 {{订单号}}，或者删掉',
    },
    'zh-TW': {
      message: '像是其他工具留下的變數，顧客會原樣看到',
      suggestion: '改成妙答的變數，例如 {{訂單號}}，或者刪掉',
    },
    en: {
      message: 'This looks like another tool’s placeholder; the customer would see it as it is',
      suggestion: 'Write it as ours, for example {{order number}}, or delete it',
    },
  },
  patterns: [
    '#\\{[^{}\\n]{1,60}\\}',
    '\\$\\|\\$',
    '\\[\\[[^\\[\\]\\n]{1,60}\\]\\]',
    '\\$\\{[^{}\\n]{1,60}\\}',
    '(?<![#$\\d{])\\{[ $@!#%]{0,2}[a-z_一-龥][^{}\\n]{0,40}\\}(?!\\})',
    '(?<![#$\\d{])\\{\\d{1,2}\\}(?!\\})',
    '(?<![\\d%])%(?:\\d\\$)?[sd](?![a-z])',
    '\\[(?:name|(?:customer|client|buyer|user|your|agent|order|insert|first|last|full|company|product|tracking)[ _][a-z _]{1,30})\\]',
    '\\[[一-龥]{0,6}(?:姓名|昵称|称呼|单号|订单号)\\](?! ?[:\\d])',
    '&(?:nbsp|lt|gt|amp|quot|#\\d{2,5});',
    '(?<![\\d%])%(?:clipboard|fill[a-z]{1,10}:[^%\\n]{1,80}%|\\||[a-z_][a-z0-9_.]{1,30}%|[一-龥]{2,10}%)',
    '(?<![a-z\\d$])\\$[a-z_]{2,30}\\$',
    '<(?:[a-z][a-z0-9_ -]{0,30}|/[a-z]{1,10}|br ?/)>',
    '<[一-龥]{0,8}(?:名|名字|昵称|称呼|单号|号|号码|地址|电话|时间|日期|金额|链接|城市|客户|买家|会员)>',
  ],
  exceptions: [],
};

/** The words themselves are the shop's. */
export const shopWord: LintRule = {
  id: 'shop-word',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': { message: '本店不使用的说法', suggestion: '换一种说法，或请组长调整用词表' },
    'zh-TW': { message: '本店不使用的說法', suggestion: '換一種說法，或請主管調整用詞表' },
    en: {
      message: 'The shop does not use this wording',
      suggestion: 'Put it differently, or ask your lead to change the word list',
    },
  },
  patterns: [],
  exceptions: [],
};
