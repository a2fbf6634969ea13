import type { LabelledSentence } from './labelled-sentence.ts';

/** Written after the rules: exceptions, traditional script, English, mixed script, width. */
export const sentencesSecond: LabelledSentence[] = [
  // 可是, 但是, 不过 after an apology or agreement
  { text: '實在抱歉，可是這款已經斷貨了喔。', expected: ['but-after-apology'] },
  { text: '您的心情我們完全理解，不過活動規則是以系統為準。', expected: ['but-after-apology'] },
  { text: '是的呢亲，不过这个价格只限今天哦～', expected: ['but-after-apology'] },
  { text: '可以的，但是需要您承担运费。', expected: ['but-after-apology'] },
  { text: '给您添麻烦了真对不起。可是仓库今天已经下班了。', expected: ['but-after-apology'] },
  { text: 'Sorry 让您久等了，但是系统还在升级中。', expected: ['but-after-apology'] },
  {
    text: 'We apologize for the delay but the courier has not picked it up yet.',
    expected: ['but-after-apology'],
  },
  { text: "You're right, but the voucher has expired.", expected: ['but-after-apology'] },
  { text: '非常抱歉让您久等，但请您放心，包裹已经在路上了。', expected: [] },
  { text: '好的，不过您放心，换货期间不影响积分。', expected: [] },
  { text: '這件不但顯瘦，而且不用熨燙，很好打理。', expected: [] },
  { text: '抱歉，这款面料对不过敏的肌肤也做过测试，您可以安心使用。', expected: [] },
  { text: '这件质量是好的，但是颜色偏深，喜欢浅色的话建议选另一款。', expected: [] },
  { text: '只不过是包装更新了，里面的东西和之前一样。', expected: [] },
  { text: 'We not only apologize but also refund the shipping fee.', expected: [] },
  { text: 'Sorry for the wait. Your parcel left our warehouse this morning.', expected: [] },
  {
    text: '很抱歉让您失望了。关于换货，您可以在订单页提交申请。这款现在没有黑色，但是白色有现货。',
    expected: [],
  },

  // Blunt refusals
  { text: '亲，不行的哦。', expected: ['blunt-refusal'] },
  { text: '我們也沒辦法，您問快遞吧。', expected: ['blunt-refusal'] },
  { text: '亲，规定就这么写的。', expected: ['blunt-refusal'] },
  { text: '這是公司規定，沒有辦法。', expected: ['blunt-refusal'] },
  { text: '這跟我們沒關係，是物流的事。', expected: ['blunt-refusal'] },
  { text: '您爱买不买。', expected: ['blunt-refusal'] },
  { text: '你自己选错尺码了。', expected: ['blunt-refusal'] },
  { text: '不知道，您等通知吧。', expected: ['blunt-refusal'] },
  { text: '不能退就是不能退，页面写得很清楚。', expected: ['blunt-refusal'] },
  { text: "I can't help you with that.", expected: ['blunt-refusal'] },
  { text: 'This is not our problem, please contact the carrier.', expected: ['blunt-refusal'] },
  { text: '您不方便出门也没关系，我帮您预约上门取件。', expected: [] },
  { text: '没办法登录的话，可以点“忘记密码”重新设置。', expected: [] },
  { text: '這邊沒有辦法直接修改地址，我幫您聯繫物流攔截可以嗎？', expected: ['blunt-refusal'] },
  { text: '您不知道选什么尺码的话，把身高体重告诉我就行。', expected: [] },
  { text: '不可能每件都一模一样，手工品的纹理都是独有的哦。', expected: [] },
  { text: '下单就行，优惠会自动抵扣，不用另外领券。', expected: [] },
  { text: '要是当天没办法取件，驿站会免费保管三天。', expected: [] },
  { text: '平台规定七天内可以申请退货，您还有两天时间哦。', expected: [] },
  { text: "There is nothing you need to do, we'll take care of it.", expected: [] },

  // Commands
  { text: '您必须在24小时内付款。', expected: ['command'] },
  { text: '快把照片發給我。', expected: ['command'] },
  { text: '別再問了，有結果會通知您。', expected: ['command'] },
  { text: '你先搞清楚再说。', expected: ['command'] },
  { text: '您一定要本人签收。', expected: ['command'] },
  { text: 'You need to read the description before ordering.', expected: ['command'] },
  { text: 'You should have checked the size chart.', expected: ['command'] },
  { text: '您应该明天就能收到了，请留意短信。', expected: [] },
  { text: '请您务必保管好验证码，不要告诉任何人。', expected: [] },
  { text: '请不要再次提交，系统已经收到您的申请了，谢谢。', expected: [] },
  { text: '我马上去给您催一下仓库，今天一定发出。', expected: [] },
  { text: '天气转凉，您一定要注意保暖哦。', expected: [] },
  { text: 'If you need to return it, the label is in the box.', expected: [] },
  { text: 'You must be tired of waiting; let me check right away.', expected: [] },
  { text: '您只能收到一条验证码短信，有效期五分钟。', expected: [] },

  // Admitting fault
  { text: '抱歉，我们漏发了一件，今天补寄。', expected: ['admit-fault'] },
  { text: '這次確實是倉庫的失誤，讓您失望了。', expected: ['admit-fault'] },
  { text: '客服說錯了價格，差額退給您。', expected: ['admit-fault'] },
  { text: 'Sorry about that, we sent you the wrong colour.', expected: ['admit-fault'] },
  { text: '经核实若是仓库发错，我们会全额退款。', expected: [] },
  { text: '请问是不是我们的包装破损了呢？方便拍照看看吗？', expected: [] },
  { text: '地址写错了没关系，我马上帮您改。', expected: [] },
  { text: 'If it was our mistake, we will of course pay for the return.', expected: [] },
  { text: '不好意思打扰您，请问包裹收到了吗？', policy: { admitFault: 'encourage' }, expected: [] },
  {
    text: '造成您的困擾，深感抱歉，馬上為您處理。',
    policy: { admitFault: 'encourage' },
    expected: ['own-up'],
  },
  { text: 'Our fault! A new one is on its way.', policy: { off: ['admit-fault'] }, expected: [] },

  // The shop's words and the starter list
  { text: '品質最好的一款就是它了。', expected: ['shop-word'] },
  { text: '销量第一，口碑也好。', expected: ['shop-word'] },
  { text: '五星好评返现三元哦亲。', expected: ['shop-word'] },
  { text: '可以私下轉帳給我嗎？', expected: ['shop-word'] },
  { text: '加Ｖ信给您发红包。', expected: ['shop-word'] },
  { text: '我们不会让您加微信转账，请谨防诈骗。', expected: [] },
  { text: '洗之前最好翻面，用洗衣袋装起来。', expected: [] },
  { text: '第一，请打开订单页；第二，点“申请售后”。', expected: [] },
  { text: '退款最好的办法是在订单页直接申请，当天就能到账。', expected: [] },
  {
    text: 'Best price, ASAP!',
    policy: { words: [{ word: 'asap', level: 'warn', instead: 'today' }] },
    expected: ['shop-word'],
  },
  {
    text: 'The cheap-looking seam is by design.',
    policy: { words: [{ word: 'heap', level: 'block', instead: '' }] },
    expected: [],
  },
  {
    text: '這個禮盒最適合送長輩。',
    policy: { words: [{ word: '长辈', level: 'warn', instead: '' }] },
    expected: ['shop-word'],
  },

  // Placeholders of other tools
  { text: 'Hi %filltext:name=first name%, thanks for waiting!', expected: ['foreign-placeholder'] },
  { text: '尊敬的｛买家昵称｝您好！', expected: ['foreign-placeholder'] },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: another tool's placeholder is what this is about
  { text: 'Hello ${customer}, how can I help?', expected: ['foreign-placeholder'] },
  { text: '请问<订单号>是您本人购买的吗？', expected: ['foreign-placeholder'] },
  { text: '今天是{{foo:bar}}，欢迎光临。', expected: ['foreign-placeholder'] },
  { text: '爱你 <3 每一天都有新品，5 < 8 > 3 也算数。', expected: [] },
  { text: '{{choice:今天|明天}}发货，详见 https://example.com/a?x=1%20y%20z', expected: [] },
  { text: '含棉80%聚酯20%，洗后缩水约1%。', expected: [] },
  { text: '[微笑] 亲，在的哦，请问有什么可以帮您？', expected: [] },

  // Personal data
  { text: '客服手機：０９１２３４５６７８。', expected: ['phone-number'] },
  { text: '门店座机 0571-88886666，周末也有人。', expected: ['phone-number'] },
  { text: '請撥 (02)2345-6789 找我。', expected: ['phone-number'] },
  { text: 'Call me at +86 138 1234 5678 any time.', expected: ['phone-number'] },
  { text: '報關用的身分證字號是F223456786。', expected: ['identity-number'] },
  { text: '身份证尾号是大写的吗：31011520010615338X', expected: ['identity-number'] },
  { text: '请核对银行卡号6214831234567896。', expected: ['card-number'] },
  { text: 'My test card is 4111-1111-1111-1111.', expected: ['card-number'] },
  { text: '您的身份证号 110101199003071234 好像少了一位，请核对。', expected: [] },
  { text: '流水号：6214831234567896，已退回原账户。', expected: [] },
  { text: '订单编号 110101199003071233 已签收。', expected: [] },
  { text: '型号 A123456789 的滤芯有现货。', expected: [] },
  { text: 'Your order 4111111111111111 shipped on 2026-11-22.', expected: [] },
  { text: '满300减50，13800元以上再送13812元礼包。', expected: [] },
  { text: '工作时间 09:00-18:00，拨打 400-820-8820 转 2 即可。', expected: [] },
  { text: '会员号 20261122093015 对应的积分是 12345678901 分。', expected: [] },

  // Closing courtesy
  { text: '包裹已送達超商。\n', policy: { on: ['closing-courtesy'] }, expected: ['closing-courtesy'] },
  {
    text: 'Your refund was issued today. Have a lovely day!',
    policy: { on: ['closing-courtesy'] },
    expected: [],
  },
  { text: '包裹已送達超商，有問題隨時跟我說。', policy: { on: ['closing-courtesy'] }, expected: [] },

  // Several at once
  { text: '抱歉，但是这个不行。', expected: ['but-after-apology', 'blunt-refusal'] },
  {
    text: '是我们的疏忽，您打13812345678加微信处理。',
    expected: ['admit-fault', 'phone-number', 'shop-word'],
  },
];
