import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { lineAt } from './parse-yaml.ts';

/** Whether a text is meant as JSON: no sheet begins like this, not even one whose first cell is `{{greeting}}` or `[图片]`. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(\{\s*["}]|\[\s*[[{"\]\d-])/.test(text);
}

/** Parses JSON; where it breaks, the line is told as far as the engine tells. */
export function parseJson(text: string, name: string): Result<unknown, ImportProblem> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof RangeError) return err({ kind: 'too-complex', name });
    if (!(error instanceof SyntaxError)) throw error;
    const position = /position (\d+)/.exec(error.message)?.[1];
    const offset = position === undefined ? text.length : Number(position);
    return err({ kind: 'damaged', name, line: lineAt(text, offset) });
  }
}
