import type { LintRule } from '../lint-rule.ts';

/** An apology that leaves open who was wrong; looked for only where the policy encourages owning up. */
export const ownUp: LintRule = {
  id: 'own-up',
  severity: 'info',
  onByDefault: true,
  words: {
    'zh-CN': {
      message: '道了歉，却没有说是哪里没做好',
      suggestion: '说出具体的失误：“是我们发错了货，马上为您补发”',
    },
    'zh-TW': {
      message: '道了歉，卻沒有說是哪裡沒做好',
      suggestion: '說出具體的疏失：「是我們出錯貨，馬上為您補寄」',
    },
    en: {
      message: 'This apologises without saying what went wrong',
      suggestion: 'Name it: “We sent the wrong item and will replace it today”',
    },
  },
  patterns: [],
  exceptions: [
    '不好意思(?:,|亲|哦|呢){0,3}(?:打扰|麻烦|请问|再|问)',
    '\\bsorry (?:to|for) (?:bother|troubl|interrupt|disturb|hear)[a-z]{0,3}',
  ],
};

/** A message that just stops. */
export const closingCourtesy: LintRule = {
  id: 'closing-courtesy',
  severity: 'info',
  onByDefault: false,
  words: {
    'zh-CN': {
      message: '结尾没有礼貌用语',
      suggestion: '补一句：“感谢您的理解，有问题随时联系我”',
    },
    'zh-TW': {
      message: '結尾沒有禮貌用語',
      suggestion: '補一句：「感謝您的理解，有問題隨時與我聯絡」',
    },
    en: {
      message: 'The message ends without a closing courtesy',
      suggestion: 'Add one: “Thank you, and let me know if there is anything else”',
    },
  },
  // What counts as one, within the last words of the message.
  patterns: [
    '谢|感恩|感激',
    '祝[您你]|[愉快]快|顺利|平安',
    '随时|再联系|联系我|找我|告诉我|留言',
    '请稍[候等]|请[您你]?(?:耐心)?等|请[您你]?放心|请[您你]?(?:谅解|见谅|理解|多多|查收|参考)|辛苦|麻烦[您你]|劳烦|拜托',
    '欢迎|期待|再见|再会|晚安|拜拜|为[您你]服务|好吗|可以吗|吗\\?',
    '\\bthank|\\bregards\\b|\\bbest wishes\\b|\\blet (?:me|us) know\\b|\\bhappy to help\\b|\\bhave a \\w{1,12} (?:day|evening|weekend|one)\\b|\\bsincerely\\b|\\bplease\\b|\\bwelcome\\b|\\bcheers\\b',
  ],
  exceptions: [],
};
