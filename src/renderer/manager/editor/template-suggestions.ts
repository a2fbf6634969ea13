import type { MatchRange } from '../../../shared/domain/search-result.ts';

/** What a placeholder is explained as in the list; `field` is one that the library or this reply uses already. */
export type SuggestionKind =
  | 'date'
  | 'dateOffset'
  | 'time'
  | 'greeting'
  | 'clipboard'
  | 'agentName'
  | 'agentNumber'
  | 'agentShop'
  | 'choice'
  | 'cursor'
  | 'newField'
  | 'field';

export type Suggestion = {
  kind: SuggestionKind;
  /** Between the braces; for `newField` the words to overwrite. */
  name: string;
  /** What is selected after inserting, counted from the start of the inserted text; null puts the caret behind it. */
  select: MatchRange | null;
  /** What one may type to find it besides its name. */
  keywords: string;
};

/** Words that stand for a value to overwrite, in the language of the interface. */
export type SampleWords = { field: string; choice: string };

/** Everything that can be inserted, the fixed ones first. */
export function suggestionsFor(fields: readonly string[], samples: SampleWords): Suggestion[] {
  const fixed = (kind: SuggestionKind, name: string, keywords: string): Suggestion => ({
    kind,
    name,
    select: null,
    keywords,
  });
  return [
    ...fields.map((name) => fixed('field', name, '')),
    {
      kind: 'newField',
      name: samples.field,
      select: [2, 2 + samples.field.length],
      keywords: 'field 字段 欄位',
    },
    {
      kind: 'choice',
      name: `choice: ${samples.choice}`,
      select: [10, 10 + samples.choice.length],
      keywords: '选项 選項 xuanxiang',
    },
    fixed('greeting', 'greeting', '问候 問候 hello wenhou'),
    fixed('date', 'date', '日期 今天 today riqi'),
    { kind: 'dateOffset', name: 'date+3d', select: [7, 8], keywords: '日期 几天后 幾天後 riqi' },
    fixed('time', 'time', '时间 時間 现在 shijian'),
    fixed('agentName', 'agent.name', '客服 姓名 昵称 暱稱 kefu'),
    fixed('agentNumber', 'agent.number', '工号 工號 gonghao'),
    fixed('agentShop', 'agent.shop', '店铺 店鋪 商店 dianpu'),
    fixed('clipboard', 'clipboard', '剪贴板 剪貼簿 jiantieban'),
    fixed('cursor', 'cursor', '光标 游標 guangbiao'),
  ];
}

/** The unfinished placeholder at the caret: where it starts and what has been typed of it. */
export type OpenPlaceholder = { range: MatchRange; typed: string };

/** Full-width braces count too: that is what a Chinese input method types. */
const opening = /(?:\{\{|｛｛)([^{}｛｝\n]{0,60})$/;

/**
 * Finds the placeholder that is being typed before `caret`. The range takes in braces that close it right behind the caret,
 * so that choosing from the list replaces them.
 */
export function openPlaceholder(text: string, caret: number): OpenPlaceholder | null {
  const match = opening.exec(text.slice(Math.max(0, caret - 64), caret));
  if (!match) return null;
  const closing = /^(?:\}\}|｝｝)/.exec(text.slice(caret, caret + 2));
  return {
    range: [caret - match[0].length, caret + (closing ? 2 : 0)],
    typed: match[1] ?? '',
  };
}

/** Fields that are offered before anything was typed; all of them are found by typing. */
const fieldsAtFirst = 2;

/** The suggestions for what has been typed, those whose name begins with it first. */
export function matchingSuggestions(all: readonly Suggestion[], typed: string): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') {
    const fields = all.filter(({ kind }) => kind === 'field');
    return all.filter((one) => one.kind !== 'field' || fields.indexOf(one) < fieldsAtFirst);
  }
  const begins = all.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const holds = all.filter(
    (one) => !begins.includes(one) && `${one.name} ${one.keywords}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...holds];
}

/** The text that a suggestion puts in and what is selected in it afterwards. */
export function insertionOf(suggestion: Suggestion): { text: string; select: MatchRange } {
  const text = `{{${suggestion.name}}}`;
  return { text, select: suggestion.select ?? [text.length, text.length] };
}
