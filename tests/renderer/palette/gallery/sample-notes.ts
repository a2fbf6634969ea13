import type { LintNote } from '../../../../src/shared/domain/lint/lint-note.ts';

const note = (changes: Partial<LintNote>): LintNote => ({
  ruleId: 'but-after-apology',
  severity: 'warn',
  text: 0,
  range: [5, 7],
  match: '但是',
  instead: '',
  inTitle: false,
  message: '道歉或认同之后用了“但是、可是、不过”，前面的话会被抵消',
  suggestion: '去掉转折词，分成两句：先认同，再说“我们可以……”',
  ...changes,
});

/** What the lint says of 非常抱歉，但是这个不行. */
export const editNotes = [
  note({}),
  note({
    ruleId: 'blunt-refusal',
    match: '这个不行',
    message: '直接回绝，客户会觉得没人帮他',
    suggestion: '先说能做什么：“这边可以为您……”，再说明原因',
  }),
];

/** A word that the shop forbids. */
export const blockedNote = note({
  ruleId: 'shop-word',
  severity: 'block',
  match: '假一赔十',
  instead: '正品保障',
  message: '本店不使用的说法',
  suggestion: '换一种说法，或请组长调整用词表',
});
