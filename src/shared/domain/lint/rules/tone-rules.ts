import type { LintRule } from '../lint-rule.ts';

/** Up to the end of the clause, in a few words. */
const fewWords = '[^,。!?;\\n]{0,12}';

/** Where a clause begins. */
const clauseStart = '(?<=^|[,。!?;:~\\n\\s…]|但是?|可是|不过|亲|那)';

/** An apology. Also what a policy of owning up looks for. */
export const apologies = [
  '抱歉',
  '对不起',
  '不好意思',
  '很遗憾',
  '道歉',
  '致歉',
  '歉意',
  '\\bsorry\\b',
  '\\bapolog(?:y|ies|i[sz]e)\\b',
  '\\bunfortunately\\b',
  "\\bi(?:['’]m| am) afraid\\b",
];

const agreements = [
  '理解[您你]',
  '(?:能|可以|我们?|很|非常|十分|完全|特别|确实|也|都)理解',
  '我明白',
  '明白您',
  '说[得的](?:很|非常|都|也|确实)?(?:对|没错|有道理)',
  '您是对的',
  '感同身受',
  // At the start of a clause only: 质量是好的 agrees with nobody.
  '(?<![一-龥])(?:好的|可以的|是的|没错|没问题|行|可以|对的|收到|理解|了解|明白|知道了)[呢哦哈呀啊亲]{0,2}(?=[,。!~\\s])',
  '\\bi (?:do |completely |fully |totally )?(?:understand|agree|see)\\b',
  "\\byou(?:['’]re| are) right\\b",
  '(?<![a-z])(?:yes|sure|of course|okay|ok)(?=[,.! ])',
];

const opening = `(?:${[...apologies, ...agreements].join('|')})`;

export const butAfterApology: LintRule = {
  id: 'but-after-apology',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '道歉或认同之后用了“但是、可是、不过”，前面的话会被抵消',
      suggestion: '去掉转折词，分成两句：先认同，再说“我们可以……”',
    },
    'zh-TW': {
      message: '道歉或認同之後用了「但是、可是、不過」，前面的話會被抵銷',
      suggestion: '拿掉轉折詞，分成兩句：先認同，再說「我們可以……」',
    },
    en: {
      message: '“But” after an apology or agreement takes it back',
      suggestion: 'Leave the “but” out and use two sentences: agree first, then say what you can do',
    },
  },
  patterns: [
    `(?=[但可不然])(?<=${opening}[^。!?\\n]{0,40}[,;:~。!\\s…]{1,3})(?:但是|可是|不过|然而|但|可(?=[您你我这那]))`,
    `(?=但是)(?<=${opening}[^。!?\\n]{0,40})(?<![不非])但是`,
    `(?=but\\b|however\\b)(?<=${opening}[^.。!?\\n]{0,80}[.。!]?\\s{0,2})(?<![a-z])(?:but|however)\\b`,
  ],
  exceptions: [
    '不但是',
    '但(?:也)?请?(?:您|你)?(?:可以|尽管)?放心',
    '但[愿凡]',
    '不过[期敏夜关分问户热冷时]',
    '不过(?:也)?请?(?:您|你)?(?:可以|尽管)?放心',
    '不过如此',
    '\\bsorry (?:to|for) (?:bother|troubl|interrupt|disturb|chas)[a-z]{0,3}[^.!?\\n]{0,40}\\bbut\\b',
    "\\bbut (?:please )?(?:don['’]t worry|do not worry|rest assured|not least)",
    '\\b(?:nothing|anything|all) but\\b',
    '\\bbut also\\b',
  ],
};

export const bluntRefusal: LintRule = {
  id: 'blunt-refusal',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '直接回绝，客户会觉得没人帮他',
      suggestion: '先说能做什么：“这边可以为您……”，再说明原因',
    },
    'zh-TW': {
      message: '直接回絕，顧客會覺得沒有人幫他',
      suggestion: '先說能做什麼：「這邊可以為您……」，再說明原因',
    },
    en: {
      message: 'A flat refusal leaves the customer without help',
      suggestion: 'Say first what you can do: “What I can do for you is …”, then the reason',
    },
  },
  patterns: [
    `${clauseStart}(?:这个?|这样|那个?|那样|肯定|当然|绝对|真的)?(?:是)?不行(?:的|啊|哦|呢|了|呀|喔){0,2}(?=$|[,。!?~;\\n])`,
    '(?:规定|政策|制度|流程)(?:就)?是?(?:这样|如此|这么)(?:规定|写|定)?的?(?=$|[,。!?~;\\n])',
    '(?:规定|政策|制度)就是(?:这样|规定|政策|如此)',
    `${clauseStart}(?:这(?:个|也)?|那|我们?|咱们?|真的?|确实|实在|也|就是|店里|这边){0,4}(?:是)?没有?(?:任何)?办法(?:的|了|啊|呢|哦|呀|欸|诶|耶|喔|啦|嘛){0,2}(?=$|[,。!?~;\\n])`,
    '(?:我们?|这边|店里)(?:也|真的?|实在)?没有?办?法(?:直接|马上|现在|单独|再|提前)?(?:给|帮|为|替|退|处理|解决|办|改|修改|更改|取消|安排|保证|确定|提供)',
    '你自己(?!的)',
    '(?:规定|政策|制度)(?:就是|是)?(?:不能|不可以|不允许|不给)(?:退|换|改|赔)',
    `${clauseStart}(?:这个?|真的|实在|确实|那|也|就|这边|我们?){0,4}(?:退|换|改|赔|修|办|帮|做)不了(?:的|了|啊|哦|呢|您|你){0,2}(?=$|[,。!?~;\\n])`,
    `${clauseStart}请?[你您]自己先?[去到上][^,。!?;\\n]{1,8}(?:看|查|找|问|搜)(?![着好题])`,
    `${clauseStart}请?(?:[你您])?自己(?:先)?(?:去)?(?:看|查|找|问|搜|想办法)(?![着好看问])`,
    '(?:系统|平台|我们|本来)就(?:是)?这样(?:的)?(?=$|[,。!?~;\\n])',
    '(?:不要|别)(?:再)?(?:来)?找我们?(?!的)',
    '(?:去|尽管|随便|爱)投诉(?:吧|好了|呗|去)',
    '(?:自己|您去|你去)(?:去|上网)?(?:查|看|找|问|想)(?:去|办法|一下|吧)(?=$|[,。!?~;\\n]|吧)',
    '不归我们?(?:这边|部门|店)?管',
    '(?:跟|和|与)(?:我们?|本店|店里|我方)(?:店)?(?:没有?|无)(?:任何)?关系?',
    '(?:不是|不属于)(?:我们?|本店|我方)的?(?:问题|责任|事|错)',
    `${clauseStart}(?:这|那|绝对|根本)?不可能(?:的|退|给|换|赔|啊|了)`,
    '(?:概|恕|一律|一概)不(?:予)?(?:负责|受理|退|换|赔)',
    '爱买不买|爱要不要|随便(?:你|您)(?:吧)?(?=$|[,。!?~;\\n])|(?:你|您)随便',
    '(?:我们?|谁也|这边)(?:也)?(?:管不了|办不了|帮不了|做不到|改不了)',
    `${clauseStart}(?:我们?|这个?)?(?:也)?(?:不知道|不清楚|管不了|办不了)(?:啊|哦|呢|的)?(?=$|[,。!?~;\\n])`,
    `${clauseStart}(?:就是)?不能(?:退|换|改|赔)(?:就是不能|的|了|啊)`,
    "\\b(?:that|this|it)(?:['’]s| is) (?:just )?(?:our|the|company) policy\\b",
    "\\bthere(?:['’]s| is) nothing (?:more )?(?:i|we) can do\\b",
    "\\b(?:that|this|it)(?:['’]s| is) (?:simply )?(?:not possible|impossible|not (?:my|our) (?:problem|job|fault|department)|(?:against|not in) (?:our|the|company) policy)\\b",
    "\\b(?:i|we) (?:can['’]?t|cannot|can not|won['’]t) (?:help you|do anything|do that)\\b",
    "\\b(?:that|this)(?:['’]s| is) not something we (?:do|offer)\\b",
    '\\bno way\\b|\\btake it or leave it\\b|\\bread the (?:manual|description) yourself\\b',
  ],
  exceptions: [
    '有没有?办法',
    `(?:如果|若|要是|万一|假如|倘若|您|您那边|暂时)${fewWords}(?:没有?办?法|不了)`,
    '没有?办法[^,。!?;\\n]{0,16}的话',
    '不行的话',
    '你自己(?:喜欢|舒服|方便|保重)',
    `(?:不是我们的(?:问题|责任|错))(?:吗|么|,?我们也)`,
    '\\bno way (?:of|to)\\b',
  ],
};

export const blame: LintRule = {
  id: 'blame',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '在责怪客户',
      suggestion: '不追究是谁的问题，直接说下一步：“我们现在可以这样处理……”',
    },
    'zh-TW': {
      message: '在責怪顧客',
      suggestion: '不追究是誰的問題，直接說下一步：「我們現在可以這樣處理……」',
    },
    en: {
      message: 'This blames the customer',
      suggestion: 'Leave open who was wrong and give the next step: “Here is what we can do now …”',
    },
  },
  patterns: [
    '(?:跟|和|给|对)[你您]说[过了](?:多少|好几|很多|无数|几)[遍次回]',
    '(?:早就?|已经)(?:跟|和|给)?[你您]?(?:说|告诉|讲)过[你您]?了',
    '[你您](?:当时|之前|下单时)?怎么(?:不|没|能|会|老是|总是|又)(?!用|了)',
    '谁[让叫][你您]',
    '早干[嘛吗什]',
    '(?:是|怪|都怪)[你您]自己(?!的(?!问题|错|原因|责任))',
    "\\bi (?:have )?already (?:told|said|explained)\\b|\\bi(?:['’]ve) already (?:told|said|explained)\\b",
    "\\bwhy (?:didn['’]t|did) you not?\\b|\\b(?:it(?:['’]s| is) )?your (?:own )?(?:fault|mistake)\\b",
  ],
  exceptions: ["\\b(?:not|n['’]t|never) your (?:own )?(?:fault|mistake)\\b"],
};

export const command: LintRule = {
  id: 'command',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '语气像命令',
      suggestion: '改成请求：“麻烦您……”“方便的话请您……”',
    },
    'zh-TW': {
      message: '語氣像命令',
      suggestion: '改成請求：「麻煩您……」「方便的話請您……」',
    },
    en: {
      message: 'This sounds like an order',
      suggestion: 'Ask instead: “Could you please …”, “When you have a moment …”',
    },
  },
  patterns: [
    '[你您](?:们)?(?:就)?(?:必须|一定要|只能(?:自己|去|等))(?!的)',
    '[你您]得(?:先|自己|赶紧|马上)',
    `${clauseStart}(?:[你您])?必须(?:今天|明天|马上|立刻|立即|现在|先|本人)`,
    '[你您](?:们)?应该(?:先|早|看|自己|提前|知道|去|按|照|问)',
    `${clauseStart}(?:[你您])?(?:就)?(?:赶紧|赶快|快点|快|马上|立刻|立即)(?:把|去|发|付|说|填|提供|给我|拍)`,
    '(?:不要|别|不用)再?(?:催|吵|闹|烦)',
    '(?:不要|别)(?:一直|老是|老|总)?(?:再)?(?:问|说|发|重复)了',
    `${clauseStart}(?:请)?(?:[你您])?(?:先)?(?:听我说|听清楚|搞清楚|看清楚再[问说买拍下]|冷静(?:一?点|一下)?(?=$|[,。!?~;\\n]))`,
    '给我(?:发|拍|看|等|听)',
    '\\byou (?:must|have to|had better)\\b',
    '\\byou need to\\b',
    '\\byou should have (?:read|checked|told|asked|looked|known|done)\\b',
    '\\bcalm down\\b|\\bhurry up\\b|\\bstop (?:asking|calling|complaining)\\b|\\blisten to me\\b',
  ],
  exceptions: [
    '\\byou must (?:be|have|feel)\\b',
    '\\b(?:if|do|when|whenever|what|where|how|all|nothing|something|anything|everything|once|case|should|would|that|will) you (?:need|have) to\\b',
    '[你您](?:们)?一定要(?:保重|注意|小心)',
    '[你您](?:们)?一定要[^,。!?;\\n]{1,12}的话',
    `(?:如果|若|是否|不是|不会|无需|需不需要)${fewWords}必须`,
  ],
};

export const admitFault: LintRule = {
  id: 'admit-fault',
  severity: 'warn',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '直接承认是店铺的过错，可能被当作赔偿依据',
      suggestion: '先安抚，再说处理：“给您带来不便非常抱歉，我马上为您……”',
    },
    'zh-TW': {
      message: '直接承認是店家的過錯，可能被當作賠償依據',
      suggestion: '先安撫，再說處理：「造成您的不便非常抱歉，我馬上為您……」',
    },
    en: {
      message: 'This admits that the shop was at fault and may be used in a claim',
      suggestion: 'Acknowledge and act: “I’m sorry for the trouble. I’ll … right away”',
    },
  },
  patterns: [
    '(?:是|属于|怪)(?:我们?|本店|我方|我司|仓库|店里|这边)(?:这边|店|仓库|客服)?的?(?:一个|工作|质量|服务)?(?:错|失误|疏忽|疏失|责任|问题|过失|过错|不对|不是|锅)',
    '(?:我们?|本店|我方|仓库|店里|这边|客服)(?:这边|仓库|客服)?(?:不小心|一时|真的)?(?:给您?)?(?:发|弄|搞|写|算|寄|漏|打|贴|拿|配|装|填|报|少|错|说)(?:错|漏|发|寄|混|反)(?!误)',
    '(?:我们?|本店|我方)(?:这边)?的?(?:工作|操作)?(?:失误|疏忽|疏失|疏漏|过失|过错)',
    '(?:我们?|本店)(?:确实|真的)?(?:没有?)(?:做好|检查好|核对好|处理好|考虑周到)',
    '(?:由于|因为?)(?:我们?|本店|我方|我司)[^,。!?;\\n]{0,8}(?:失误|疏忽|疏失|疏漏|过失|错误)',
    '(?:由于|因为?)(?:我们?|本店|我方|我司)(?:这边|自身)?的?(?:原因|问题)',
    '(?:我们?|我司|本店)(?:的|这边)?(?:系统|程序|页面)?出了?错',
    '(?:都)?怪我们?(?:不好)?|我方全责|我们全责|错在我们',
    "\\b(?:it(?:['’]s| is| was)|this (?:is|was)|that (?:is|was)) (?:entirely |all |completely )?(?:our|my) (?:own )?(?:fault|mistake|error)\\b",
    '\\b(?:we|i) (?:made (?:a|an) (?:mistake|error)|messed up|screwed up|sent (?:you )?the wrong)\\b',
    "\\b(?:we|i)(?:['’]re| are|['’]m| am) to blame\\b|\\b(?:our|my) (?:mistake|fault|bad)\\b",
  ],
  exceptions: [
    `(?:如果|如|若|要是|假如|倘若|只要|凡|确认|核实|判定|万一|一旦|经查)${fewWords}(?:我们?|本店|我方|仓库|店里)的?(?:这边|店)?的?(?:错|失误|疏忽|疏失|责任|问题|过失|过错|不对)?[发弄寄漏错]{0,2}`,
    '是不是(?:我们?|本店|仓库|店里)(?:这边)?的?(?:问题|失误|疏忽|疏失|责任)?',
    '是否(?:是|属于|为)?(?:我们?|本店|仓库|店里)(?:这边)?的?(?:问题|失误|疏忽|疏失|责任|[发寄][错漏])?',
    '不(?:是|属于)(?:我们?|本店|我方|仓库)的?(?:错|失误|疏忽|疏失|责任|问题|过失)',
    '\\b(?:if|whether|not) [^.!?\\n]{0,30}(?:our|my) (?:fault|mistake|error)\\b',
    '\\b(?:if|whether|when|case)\\b[^.!?\\n]{0,40}\\b(?:we|i) (?:made|sent)[^.!?\\n]{0,12}',
    "n['’]t (?:our|my) (?:fault|mistake)",
  ],
};
