import type { DraftProblem } from '../../../shared/domain/reply-draft.ts';
import type { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import type { Words } from '../../../shared/i18n/catalogue.ts';

export type EditorWords = Words<keyof (typeof editorMessages)['zh-CN']>;

/** What is wrong with a field, and what to do. */
export function draftProblemWords(problem: DraftProblem, t: EditorWords): string {
  switch (problem.problem) {
    case 'empty':
      return problem.field === 'title' ? t('problem.titleEmpty') : t('problem.textEmpty');
    case 'too-long':
      return t('problem.tooLong', { limit: problem.limit });
    case 'invalid-characters':
      return problem.field === 'shortcode' ? t('problem.shortcodeCharacters') : t('problem.hiddenCharacters');
  }
}
