import type { LabelledSentence } from './labelled-sentence.ts';

/** Written before the rules were. */
export const sentencesFirst: LabelledSentence[] = [
  // 可是, 但是, 不过 after an apology or agreement
  { text: '非常抱歉，但是这款商品已经停产了。', expected: ['but-after-apology'] },
  { text: '不好意思亲，可是活动昨天就结束了呢。', expected: ['but-after-apology'] },
  { text: '我理解您的心情，不过退款需要等仓库收到货。', expected: ['but-after-apology'] },
  { text: '您说得对，但这个尺码确实没有现货。', expected: ['but-after-apology'] },
  { text: '好的，可是优惠券每单只能用一张。', expected: ['but-after-apology'] },
  { text: '對不起，但是您的訂單已經出貨了。', expected: ['but-after-apology'] },
  { text: '非常抱歉给您带来不便。但是退货运费需要您先垫付。', expected: ['but-after-apology'] },
  { text: "I'm sorry, but the promotion ended yesterday.", expected: ['but-after-apology'] },
  {
    text: 'I understand how you feel. However, the refund takes five days.',
    expected: ['but-after-apology'],
  },
  { text: '这款鞋子偏小半码，但是脚感很软，很多顾客都回购。', expected: [] },
  { text: '非常抱歉，这批货不但是今天到仓，而且会优先给您发出。', expected: [] },
  { text: '抱歉让您久等了，食品都在保质期内，不过期您可以放心食用。', expected: [] },
  { text: '好的，这可是我们店里最受欢迎的一款呢。', expected: [] },
  { text: '没问题，您方便的时候再联系我就再好不过了。', expected: [] },
  { text: '颜色会有一点色差，不过实物比照片更柔和。', expected: [] },
  { text: 'Sorry to bother you, but could you tell me your order number?', expected: [] },
  { text: 'The red one is sold out, but the blue one ships today.', expected: [] },

  // Blunt refusals
  { text: '这个不行。', expected: ['blunt-refusal'] },
  { text: '亲，规定就是这样的，我们改不了。', expected: ['blunt-refusal'] },
  { text: '没办法，仓库已经打包了。', expected: ['blunt-refusal'] },
  { text: '你自己看一下详情页吧。', expected: ['blunt-refusal'] },
  { text: '這個沒辦法，公司規定就是這樣。', expected: ['blunt-refusal'] },
  { text: '这不归我们管，您找快递去。', expected: ['blunt-refusal'] },
  { text: '不可能退的，您别想了。', expected: ['blunt-refusal'] },
  { text: "That's our policy, there is nothing I can do.", expected: ['blunt-refusal'] },
  { text: '如果您没办法在家签收，可以放到驿站代收。', expected: [] },
  { text: '您看看有没有办法先用备用机登录，我这边同步为您核实。', expected: [] },
  { text: '请您自己先留存一份发票，方便以后保修。', expected: [] },
  { text: '这个颜色不行的话，可以为您换成浅灰色。', expected: [] },
  { text: '按照平台规定，拆封后的内衣暂不支持七天无理由退货，我为您申请一张优惠券可以吗？', expected: [] },
  { text: '您可以在“我的订单”里自行修改收货地址哦。', expected: [] },

  // Commands
  { text: '你必须先拍照发过来。', expected: ['command'] },
  { text: '赶紧把订单号发给我。', expected: ['command'] },
  { text: '不要再催了，已经在处理了。', expected: ['command'] },
  { text: '您應該先看清楚規格再下單。', expected: ['command'] },
  { text: 'You must send us a photo first.', expected: ['command'] },
  { text: 'Calm down and read the page again.', expected: ['command'] },
  { text: '请您提供一下订单号，我马上为您查询。', expected: [] },
  { text: '麻烦您拍一张外包装的照片发过来，谢谢。', expected: [] },
  { text: '洗涤时请不要使用漂白剂，水温不要超过30度。', expected: [] },
  { text: '寄回时必须保留吊牌，辛苦您检查一下。', expected: [] },
  { text: '我们会赶紧为您安排补发的。', expected: [] },
  { text: 'Please send us a photo of the label when you have a moment.', expected: [] },

  // Admitting fault
  { text: '这是我们的失误，给您补发一件。', expected: ['admit-fault'] },
  { text: '真的很抱歉，是我们发错货了。', expected: ['admit-fault'] },
  { text: '是我們的疏忽，馬上為您處理。', expected: ['admit-fault'] },
  { text: 'It was our mistake and we will send a new one today.', expected: ['admit-fault'] },
  { text: '真的很抱歉，是我们发错货了。', policy: { admitFault: 'allow' }, expected: [] },
  {
    text: '非常抱歉给您添麻烦了，我马上为您补发。',
    policy: { admitFault: 'encourage' },
    expected: ['own-up'],
  },
  { text: '非常抱歉，是我们发错货了，马上补发。', policy: { admitFault: 'encourage' }, expected: [] },
  { text: '如果是我们的责任，来回运费都由我们承担。', expected: [] },
  { text: '如属商品质量问题，运费由我们承担，请您放心。', expected: [] },
  { text: '非常抱歉给您带来不便，我马上为您核实物流。', expected: [] },

  // The shop's words and the starter list
  { text: '我们家是全网最低价，放心拍。', expected: ['shop-word'] },
  { text: '这款面霜用的是国家级配方。', expected: ['shop-word'] },
  { text: '這是業界最好的濾水器。', expected: ['shop-word'] },
  { text: '您加微信聊吧，微信上便宜二十。', expected: ['shop-word'] },
  {
    text: '本店支持假一赔十哦。',
    policy: { words: [{ word: '假一赔十', level: 'block', instead: '正品保障' }] },
    expected: ['shop-word'],
  },
  { text: '最好在本周五之前寄出，以免影响退款时效。', expected: [] },
  { text: '收到后我们会第一时间为您检测。', expected: [] },
  { text: '第一次使用前，请先用清水冲洗一遍。', expected: [] },
  { text: '本店支持假一赔十哦。', policy: { words: [] }, expected: [] },

  // Placeholders of other tools
  { text: '您好，您复制的内容是 #{clipboard}，请核对。', expected: ['foreign-placeholder'] },
  { text: '亲爱的{name}，您的包裹已发出。', expected: ['foreign-placeholder'] },
  { text: '订单 [[order_no]] 已为您登记。$|$', expected: ['foreign-placeholder'] },
  { text: 'Dear <name>, your parcel is on its way.', expected: ['foreign-placeholder'] },
  { text: '您的单号是 {{订单号，请查收。', expected: ['foreign-placeholder'] },
  { text: '{{greeting}}，{{agent.name}}为您服务，订单{{订单号}}预计{{date+3d}}送达。', expected: [] },
  { text: '满100%棉，缩水率在3%以内，3%-5%属于正常范围。', expected: [] },

  // Personal data
  { text: '您可以打我手机 13812345678。', expected: ['phone-number'] },
  { text: '聯絡電話：0912-345-678，找陳小姐。', expected: ['phone-number'] },
  { text: '收件人身份证 110101199003071233，已为您登记清关。', expected: ['identity-number'] },
  { text: '請確認身分證字號 A123456789 是否正確。', expected: ['identity-number'] },
  { text: '款项会退到 6217 0012 3456 7890 122 这张卡。', expected: ['card-number'] },
  { text: '您的订单号 2043817765510938274 已经发货。', expected: [] },
  { text: '运单号 13812345678，今天下午派送。', expected: [] },
  { text: '一共是1,299.00元，2026-11-22前付款立减100元。', expected: [] },
  { text: '快递单号SF1381234567890，已到转运中心。', expected: [] },

  // Closing courtesy
  { text: '退款会在三天内到账。', policy: { on: ['closing-courtesy'] }, expected: ['closing-courtesy'] },
  { text: '退款会在三天内到账，感谢您的耐心等待！', policy: { on: ['closing-courtesy'] }, expected: [] },
  { text: '退款会在三天内到账。', expected: [] },
];
