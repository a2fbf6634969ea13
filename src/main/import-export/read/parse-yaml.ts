import { parseDocument } from 'yaml';
import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';

/** Aliases that one document may resolve: a handful is usual, a bomb multiplies them. */
const maxAliases = 1_000;

/** Brackets and dashes inside one another, far beyond any file of replies and far below what the stack holds. */
const maxDepth = 64;

/** Parses one YAML document. Deep nesting and alias bombs are refused before they cost memory. */
export function parseYaml(text: string, name: string): Result<unknown, ImportProblem> {
  if (isDeep(text)) return err({ kind: 'too-complex', name });
  try {
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
    const error = document.errors[0];
    if (error !== undefined) return err({ kind: 'damaged', name, line: lineAt(text, error.pos[0]) });
    return ok(document.toJS({ maxAliasCount: maxAliases }));
  } catch (error) {
    // What the parser throws for an unresolved or multiplied alias, and the engine for its stack.
    if (error instanceof ReferenceError || error instanceof RangeError)
      return err({ kind: 'too-complex', name });
    throw error;
  }
}

/** Whether brackets, indicators on one line, or indentation nest deeper than a parser should be asked to follow. */
function isDeep(text: string): boolean {
  let brackets = 0;
  let deepest = 0;
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    if (quote !== '') {
      if (character === quote || character === '\n') quote = '';
    } else if (character === '"') quote = character;
    else if (character === '[' || character === '{') {
      brackets += 1;
      deepest = Math.max(deepest, brackets);
    } else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
  }
  if (deepest > maxDepth && /[[{]{20}|([[{]\s*){64}/.test(text)) return true;
  return hasDeepBlocks(text);
}

function hasDeepBlocks(text: string): boolean {
  if (/^[ ]*(?:[-?:][ \t]+){40}/m.test(text)) return true;
  const indents: number[] = [];
  for (const match of text.matchAll(/^( *)(?=[^\s#])/gm)) {
    const indent = (match[1] as string).length;
    while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
    indents.push(indent);
    if (indents.length > maxDepth) return true;
  }
  return false;
}

/** The line, counted from one, of the character at `offset`. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
