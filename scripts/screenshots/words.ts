import type { Locale } from '../../src/shared/i18n/locale.ts';

/** A text, or a picture of the starter library. */
export type Piece = string | { image: string; alt: string };

/** What the pictures show of a shop in one language; all of it is made up. */
export type ShopWords = {
  agent: string;
  /** Title of the chat's window. */
  chat: string;
  lead: string;
  shop: string;
  /** Names of categories of the starter library in which the replies are put. */
  refunds: string;
  /** The category above that of refunds. */
  returns: string;
  promotions: string;
  emptyCategory: string;
  /** The reply that most pictures are about; `earlier` are its texts before, oldest first. */
  featured: {
    title: string;
    shortcode: string;
    tags: string[];
    note: string;
    variants: Piece[][];
    earlier: string[];
    next: string[];
  };
  expired: { title: string; text: string };
  ending: { title: string; text: string };
  coming: { title: string; text: string };
  blunt: { title: string; text: string };
  foreign: { title: string; text: string };
  twins: { titles: [string, string]; text: string };
  long: { title: string; text: string };
  draft: { title: string; text: string; change: string };
  unsavedNew: { title: string; text: string };
  lostPicture: { title: string; text: string };
  disputed: { title: string; text: string; mine: string; theirs: string };
  deleted: { title: string; text: string };
  /** A query of the palette that finds replies, and a harsh text to replace the found one. */
  paletteQuery: string;
  harshText: string;
  /** The start of a text with an opened placeholder. */
  completion: string;
  failedSearches: [query: string, count: number][];
  sheet: { name: string; rows: string[][] };
  unsureSheet: { name: string; rows: string[][] };
  brokenSheet: string;
  pasteRules: { apps: string[]; reason: string }[];
};

export const shopWords: Record<Locale, ShopWords> = {
  'zh-CN': {
    agent: '小满',
    chat: '顾客 林女士',
    lead: '周组长',
    shop: '小满旗舰店',
    refunds: '退款进度',
    returns: '退换货',
    promotions: '活动优惠',
    emptyCategory: '年货节',
    featured: {
      title: '大促期间退款多久到账',
      shortcode: 'dctk',
      tags: ['退款', '双十一'],
      note: '财务每天 10:00、16:00 各处理一批。超过 3 个工作日没到账的，转给组长核对。',
      variants: [
        [
          '{{greeting}}，我是{{agent.name}}。订单 {{订单号}} 的退款已经提交，预计 1–3 个工作日原路退回。查看进度的方法在下图：',
          { image: 'refund-timeline.png', alt: '退款进度在哪里看' },
          '到 {{date+3d}} 还没有收到的话，请直接回复我，我马上帮您核对。{{cursor}}',
        ],
        [
          '{{greeting}}，退款已经审核通过，会退回到您的{{choice:支付宝|银行卡|微信支付}}，到账后会有短信提醒。',
        ],
        ['亲，退款正在路上，大促期间银行处理稍慢，最晚 {{date+3d}} 到账。'],
      ],
      earlier: [
        '您好，退款已经提交，请耐心等待。',
        '您好，退款已经提交，预计 3–5 个工作日原路退回，请耐心等待。',
      ],
      next: ['找不到退款去向', '客户催退款'],
    },
    expired: { title: '双十一满 300 减 50', text: '双十一期间每满 300 减 50，可以和店铺券一起用。' },
    ending: { title: '年终会员日八折', text: '会员日全店八折，下单时自动减。' },
    coming: { title: '双十二预热活动', text: '双十二活动 12 月 8 日开始，可以先加入购物车。' },
    blunt: {
      title: '活动价不能再低',
      text: '非常抱歉给您带来不便，但是这个不行，规定就是这样。全网最低价了，您自己看一下页面。',
    },
    foreign: { title: '从旧工具带来的问候', text: '您好 [[客户姓名]]，请问有什么可以帮您？' },
    twins: {
      titles: ['运费险怎么用', '退货运费险说明'],
      text: '购买时赠送了运费险，退货寄出并填好单号后，保险公司会在 72 小时内把运费赔付到您的账户。',
    },
    long: {
      title: '跨境保税仓商品在大促期间申请部分退款并且同时更换收货地址和发票抬头时的完整处理说明',
      text: '请先在订单详情页选择“申请售后”，再选择“仅退款（部分）”。https://example.com/help/cross-border/partial-refund-and-address-change-during-promotion?from=agent',
    },
    draft: {
      title: '满减和优惠券能一起用吗',
      text: '可以一起用。',
      change: '可以一起用：先算满减，再减优惠券。',
    },
    unsavedNew: { title: '以旧换新怎么参加', text: '先在商品页点“以旧换新”，' },
    lostPicture: { title: '退货仓位置图', text: '退货仓的位置见下图：' },
    disputed: {
      title: '退款退到哪里',
      text: '退款会退回付款时的账户。',
      mine: '退款会原路退回付款时的账户，1–3 个工作日到账。',
      theirs: '退款会退回付款时的账户；花呗退回花呗额度。',
    },
    deleted: { title: '去年的包邮规则', text: '满 88 元包邮。' },
    paletteQuery: 'tk',
    harshText: '非常抱歉让您久等了，但是这个不行，规定就是这样。',
    completion: '您好，我是{{',
    failedSearches: [
      ['以旧换新补贴', 14],
      ['能开专票吗 公户', 9],
      ['韩国直邮', 6],
      ['儿童手表定位', 4],
      ['海外仓退货', 3],
      ['学生认证', 2],
    ],
    sheet: {
      name: '售后话术-2026.csv',
      rows: [
        ['一级分类', '二级分类', '话术标题', '快捷编码', '话术内容', '标签', '有效期'],
        [
          '退款进度',
          '',
          '退款到银行卡要多久',
          'tkyhk',
          '银行卡退款一般 1–3 个工作日到账，节假日顺延。',
          '退款',
          '',
        ],
        ['退款进度', '', '花呗退款说明', 'tkhb', '花呗支付的订单会退回花呗额度，不产生利息。', '退款', ''],
        [
          '以旧换新',
          '预约',
          '旧机怎么估价',
          'jjgj',
          '在商品页点“以旧换新”，选择旧机型号就能看到估价。',
          '以旧换新',
          '',
        ],
        [
          '以旧换新',
          '预约',
          '上门回收时间',
          'smhs',
          '预约后 48 小时内上门，上门前会电话联系您。',
          '以旧换新',
          '',
        ],
        [
          '以旧换新',
          '补贴',
          '国家补贴怎么领',
          'gjbt',
          '补贴金额以页面显示为准，下单时自动抵扣。',
          '以旧换新',
          '2026-12-31',
        ],
        ['退款进度', '', '大促期间退款多久到账', 'dctk', '大促期间退款 1–5 个工作日到账。', '退款', ''],
        ['活动优惠', '', '满减和优惠券能一起用吗', '', '可以一起用。', '', ''],
        ['活动优惠', '', '价格保护', 'jgbh', '抱歉，但是超过 15 天没办法给您补差价。', '', ''],
        ['活动优惠', '', '忘了写内容', '', '', '', ''],
        [
          '活动优惠',
          '',
          '预售尾款时间',
          'yswk',
          '尾款从 12 月 1 日 20:00 开始支付，请留意提醒。',
          '预售',
          '2026-12-03',
        ],
      ],
    },
    unsureSheet: {
      name: '整理中的表格.csv',
      rows: [
        ['退款', '退款多久到账', '一般 1–3 个工作日原路退回。', '张三整理'],
        ['退款', '退款退到哪里', '退回付款时的账户，花呗退回花呗额度。', '张三整理'],
        ['物流', '什么时候发货', '16 点前付款的当天发出，之后的次日发出。', '李四整理'],
        ['物流', '发什么快递', '默认中通，偏远地区发邮政。', '李四整理'],
      ],
    },
    brokenSheet: '客服话术总表.xlsx',
    pasteRules: [
      { apps: ['qianniu*', 'aliworkbench*'], reason: '图片后面的文字会丢，间隔加长' },
      { apps: ['keepassxc*'], reason: '只复制，自己粘贴' },
    ],
  },
  'zh-TW': {
    agent: '小滿',
    chat: '顧客 林小姐',
    lead: '林組長',
    shop: '小滿選物',
    refunds: '退款',
    returns: '退換貨',
    promotions: '優惠活動',
    emptyCategory: '年終檔期',
    featured: {
      title: '雙 11 檔期退款多久入帳',
      shortcode: 'rf11',
      tags: ['退款', '雙 11'],
      note: '財務每天 10:00、16:00 各處理一批。超過 7 個工作天還沒入帳的，請轉給組長核對。',
      variants: [
        [
          '{{greeting}}，我是{{agent.name}}。訂單 {{訂單編號}} 的退款已經送出，信用卡約 7 個工作天退回。查詢進度的方式請看下圖：',
          { image: 'refund-timeline.png', alt: '在哪裡查看退款進度' },
          '到 {{date+7d}} 還沒有看到款項的話，請直接回覆我，我立刻為您確認。{{cursor}}',
        ],
        ['{{greeting}}，退款已經辦理，將退回您的{{choice:信用卡|銀行帳戶|購物金}}，完成後會寄簡訊通知您。'],
        ['您好，退款正在處理中，檔期間銀行作業稍慢，最晚 {{date+7d}} 入帳。'],
      ],
      earlier: ['您好，退款已經送出，請耐心等候。', '您好，退款已經送出，約 10 個工作天退回，請耐心等候。'],
      next: ['簽帳卡退款比較久', '顧客催退款'],
    },
    expired: { title: '雙 11 滿千折百', text: '雙 11 期間每滿 1,000 元折 100 元，可與折價券併用。' },
    ending: { title: '年終會員日八折', text: '會員日全館八折，結帳時自動折抵。' },
    coming: { title: '雙 12 暖身活動', text: '雙 12 活動 12 月 8 日開始，可以先加入購物車。' },
    blunt: {
      title: '活動價不能再低',
      text: '很抱歉造成您的不便，但是這個不行，規定就是這樣。已經是全網最低價了，您自己看一下頁面。',
    },
    foreign: { title: '從舊工具帶來的問候', text: '您好 [[顧客姓名]]，請問有什麼可以協助您？' },
    twins: {
      titles: ['退貨運費怎麼算', '退貨運費說明'],
      text: '鑑賞期內第一次退貨由我們負擔運費，之後每次退貨的運費為 100 元，會從退款中扣除。',
    },
    long: {
      title: '跨境保稅倉商品在檔期間申請部分退款並且同時更改收件地址與統一編號時的完整處理說明',
      text: '請先在訂單明細選擇「申請售後」，再選擇「部分退款」。https://example.com/help/cross-border/partial-refund-and-address-change-during-promotion?from=agent',
    },
    draft: {
      title: '滿額折扣和折價券能一起用嗎',
      text: '可以一起用。',
      change: '可以一起用：先算滿額折扣，再扣折價券。',
    },
    unsavedNew: { title: '舊換新怎麼參加', text: '請先在商品頁點選「舊換新」，' },
    lostPicture: { title: '退貨倉位置圖', text: '退貨倉的位置請看下圖：' },
    disputed: {
      title: '退款退到哪裡',
      text: '退款會退回付款時的帳戶。',
      mine: '退款會退回付款時的帳戶，信用卡約 7 個工作天入帳。',
      theirs: '退款會退回付款時的帳戶；貨到付款請提供銀行帳號。',
    },
    deleted: { title: '去年的免運規則', text: '滿 490 元免運。' },
    paletteQuery: 'rf',
    harshText: '很抱歉讓您久等了，但是這個不行，規定就是這樣。',
    completion: '您好，我是{{',
    failedSearches: [
      ['舊換新補助', 14],
      ['三聯式發票 統編', 9],
      ['韓國直送', 6],
      ['兒童手錶定位', 4],
      ['海外退貨', 3],
      ['學生優惠', 2],
    ],
    sheet: {
      name: '售後回覆-2026.csv',
      rows: [
        ['分類', '子分類', '標題', '快捷碼', '回覆內容', '標籤', '到期日'],
        [
          '退款',
          '',
          '退款到信用卡要多久',
          'rfcard',
          '信用卡刷退約 7 個工作天，實際依發卡銀行作業。',
          '退款',
          '',
        ],
        ['退款', '', '購物金退回說明', 'rfpoint', '使用的購物金會立即退回您的帳戶。', '退款', ''],
        [
          '舊換新',
          '預約',
          '舊機怎麼估價',
          'tival',
          '在商品頁點選「舊換新」，選擇舊機型號就能看到估價。',
          '舊換新',
          '',
        ],
        [
          '舊換新',
          '預約',
          '到府回收時間',
          'tipick',
          '預約後 48 小時內到府，到府前會先與您電話聯絡。',
          '舊換新',
          '',
        ],
        [
          '舊換新',
          '補助',
          '節能補助怎麼領',
          'tisub',
          '補助金額以頁面顯示為準，結帳時自動折抵。',
          '舊換新',
          '2026-12-31',
        ],
        ['退款', '', '雙 11 檔期退款多久入帳', 'rf11', '檔期間退款約 7–10 個工作天入帳。', '退款', ''],
        ['優惠活動', '', '滿額折扣和折價券能一起用嗎', '', '可以一起用。', '', ''],
        ['優惠活動', '', '價格保護', 'pprot', '抱歉，但是超過 15 天沒辦法幫您退差價。', '', ''],
        ['優惠活動', '', '忘了寫內容', '', '', '', ''],
        [
          '優惠活動',
          '',
          '預購尾款時間',
          'pretail',
          '尾款從 12 月 1 日 20:00 開始付款，請留意通知。',
          '預購',
          '2026-12-03',
        ],
      ],
    },
    unsureSheet: {
      name: '整理中的表格.csv',
      rows: [
        ['退款', '退款多久入帳', '信用卡約 7 個工作天退回。', '小陳整理'],
        ['退款', '退款退到哪裡', '退回付款時的帳戶，購物金立即退回。', '小陳整理'],
        ['配送', '什麼時候出貨', '下午 3 點前完成付款的當天出貨，之後的隔天出貨。', '小李整理'],
        ['配送', '用哪一家物流', '預設為黑貓宅急便，離島由郵局配送。', '小李整理'],
      ],
    },
    brokenSheet: '客服回覆總表.xlsx',
    pasteRules: [
      { apps: ['line*'], reason: '圖片後面的文字會漏掉，間隔拉長' },
      { apps: ['keepassxc*'], reason: '只複製，自己貼上' },
    ],
  },
  en: {
    agent: 'Robin',
    chat: 'Chat with Kim',
    lead: 'Sam (team lead)',
    shop: 'Fern & Field',
    refunds: 'Refunds',
    returns: 'Returns',
    promotions: 'Offers',
    emptyCategory: 'Spring sale',
    featured: {
      title: 'How long a refund takes during the sale',
      shortcode: 'rfsale',
      tags: ['refund', 'black friday'],
      note: 'Finance works through refunds at 10 am and 4 pm. Hand over to the team lead after 5 working days.',
      variants: [
        [
          "{{greeting}}, I'm {{agent.name}}. The refund for order {{order number}} is on its way and takes 3 to 5 working days. This is where you can follow it:",
          { image: 'refund-timeline.png', alt: 'Where to follow a refund' },
          "If it hasn't arrived by {{date+5d}}, just reply here and I'll look into it at once. {{cursor}}",
        ],
        [
          "{{greeting}}, your refund has been approved. It goes back to your {{choice:card|PayPal account|gift card}}, and you'll get an email when it arrives.",
        ],
        [
          "Your refund is on its way. Banks are a little slower during the sale; it'll be there by {{date+5d}} at the latest.",
        ],
      ],
      earlier: [
        'Hello, your refund is on its way. Please be patient.',
        'Hello, your refund is on its way and takes 5 to 10 working days. Please be patient.',
      ],
      next: ["Refund hasn't arrived", 'Customer is pressing for a refund'],
    },
    expired: {
      title: 'Black Friday: 15% off',
      text: 'On Black Friday everything is 15% off, vouchers included.',
    },
    ending: {
      title: 'Members’ day: 20% off',
      text: 'On members’ day everything is 20% off. The price changes in the basket.',
    },
    coming: {
      title: 'Winter sale preview',
      text: 'The winter sale starts on 8 December. You can fill your basket now.',
    },
    blunt: {
      title: 'No further discount',
      text: "I'm sorry about that, but there's nothing I can do. That's our policy. You have to read the page.",
    },
    foreign: { title: 'Greeting from the old tool', text: 'Hello [[customer name]], how can I help you?' },
    twins: {
      titles: ['Who pays for the return label', 'Return label costs'],
      text: "We pay for the first return of every order. Print the label from your account; we'll deduct 4.90 from the refund for any further parcel.",
    },
    long: {
      title:
        'Complete instructions for partial refunds of bonded-warehouse orders during a sale when the delivery address and the billing details change at the same time',
      text: 'Open the order and choose “Get help”, then “Partial refund”. https://example.com/help/cross-border/partial-refund-and-address-change-during-promotion?from=agent',
    },
    draft: {
      title: 'Can I combine vouchers',
      text: 'Yes, you can.',
      change: 'Yes, you can: the sale price comes first, then the voucher.',
    },
    unsavedNew: { title: 'How trade-in works', text: 'Choose “Trade in” on the product page,' },
    lostPicture: { title: 'Map of the returns warehouse', text: 'This is where the returns warehouse is:' },
    disputed: {
      title: 'Where does my refund go',
      text: 'Refunds go back to the account you paid from.',
      mine: 'Refunds go back to the account you paid from, within 5 working days.',
      theirs: 'Refunds go back to the account you paid from; gift cards are topped up.',
    },
    deleted: { title: "Last year's free delivery", text: 'Delivery is free from 40.' },
    paletteQuery: 'rf',
    harshText: "I'm sorry about the wait, but there's nothing I can do. That's our policy.",
    completion: "Hello, I'm {{",
    failedSearches: [
      ['trade-in bonus', 14],
      ['vat invoice company', 9],
      ['ship to norway', 6],
      ['kids watch tracking', 4],
      ['return from abroad', 3],
      ['student id', 2],
    ],
    sheet: {
      name: 'after-sales-2026.csv',
      rows: [
        ['Category', 'Subcategory', 'Title', 'Shortcode', 'Content', 'Tags', 'Valid until'],
        [
          'Refunds',
          '',
          'Refund to a bank card',
          'rfcard',
          'Card refunds take 3 to 5 working days.',
          'refund',
          '',
        ],
        [
          'Refunds',
          '',
          'Refund of a gift card',
          'rfgift',
          'The gift card is topped up at once.',
          'refund',
          '',
        ],
        [
          'Trade-in',
          'Booking',
          'What is my old device worth',
          'tival',
          'Choose “Trade in” on the product page to see its value.',
          'trade-in',
          '',
        ],
        [
          'Trade-in',
          'Booking',
          'When will it be collected',
          'tipick',
          'Within two days of booking. The driver calls first.',
          'trade-in',
          '',
        ],
        [
          'Trade-in',
          'Bonus',
          'Trade-in bonus',
          'tibonus',
          'The bonus is shown on the page and taken off at the checkout.',
          'trade-in',
          '2026-12-31',
        ],
        [
          'Refunds',
          '',
          'How long a refund takes during the sale',
          'rfsale',
          'During the sale refunds take 5 to 7 working days.',
          'refund',
          '',
        ],
        ['Offers', '', 'Can I combine vouchers', '', 'Yes, you can.', '', ''],
        ['Offers', '', 'Price protection', 'pprot', "I'm sorry, but we can't do that after 15 days.", '', ''],
        ['Offers', '', 'Not written yet', '', '', '', ''],
        [
          'Offers',
          '',
          'Pre-order balance',
          'prebal',
          'The balance can be paid from 1 December, 8 pm.',
          'pre-order',
          '2026-12-03',
        ],
      ],
    },
    unsureSheet: {
      name: 'work in progress.csv',
      rows: [
        ['Refunds', 'How long does it take', 'Refunds take 3 to 5 working days.', 'by Kim'],
        ['Refunds', 'Where does it go', 'Back to the account you paid from.', 'by Kim'],
        ['Delivery', 'When will it be sent', 'Orders paid before 3 pm leave the same day.', 'by Lee'],
        ['Delivery', 'Which courier', 'DPD by default, Royal Mail for the islands.', 'by Lee'],
      ],
    },
    brokenSheet: 'all replies.xlsx',
    pasteRules: [
      { apps: ['slack*'], reason: 'Text after a picture gets lost: longer gap' },
      { apps: ['keepassxc*'], reason: 'Copy only, I paste myself' },
    ],
  },
};
