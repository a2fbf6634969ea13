import { fold } from '../../../shared/domain/fold.ts';

/** Says by itself how a column is to be filled in; texts are folded before they are compared. */
const ruleClause =
  /^(?:必填|选填|可选|非必填|必须填写|可不填|可为空|可留空|(?:长度|字数)?(?:请?(?:不超过|不得超过|不多于|最多|至多|限))?\d{1,5}个?(?:中文)?(?:字|字符|汉字)(?:以内|之内|内)?|required|optional|(?:max\.?|maximum|at most|up to) ?\d{1,5} (?:characters|chars|letters))$/;

/** Begins a cell that only shows what goes into it. */
const exampleStart =
  /^[([【]?(?:示例|范例|例如|例|格式|填写说明|填["“'‘]?[是否]|e\.g\.|example|format)[)\]】]?(?:[:\s]|["”'’]?或)/;
const requestStart = /^请(?:填写|输入|选择)|^(?:please )?(?:enter|fill in)\b/;

/** Longer is no hint that anybody reads. */
const longestHint = 200;

/**
 * Whether the first row below a header is a template's own words on how to fill it in, such as `必填，不超过20字`, and no reply. Its body has to
 * be one and, but for one of many, all its other cells; a reply that mentions such a rule has a title and a category of its own.
 * @param body The cell of the bodies.
 * @param others The other cells that are not empty, of columns with a meaning.
 */
export function isTemplateHint(body: string, others: readonly string[]): boolean {
  if (others.length === 0 || !isHint(body)) return false;
  const strangers = others.filter((cell) => !isHint(cell)).length;
  if ([body, ...others].some(hasRule)) return strangers <= (others.length > 2 ? 1 : 0);
  return strangers === 0 && others.length > 1;
}

function isHint(cell: string): boolean {
  const text = fold(cell).trim();
  return (
    hasRule(cell) || (text.length <= longestHint && (exampleStart.test(text) || requestStart.test(text)))
  );
}

function hasRule(cell: string): boolean {
  if (cell.length > longestHint) return false;
  return fold(cell)
    .split(/[,。;、:\n()【】[\]]+/)
    .some((clause) => ruleClause.test(clause.trim()));
}
