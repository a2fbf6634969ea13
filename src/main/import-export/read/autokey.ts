import type { ImportProblem } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { decodeText } from './decode-text.ts';
import { finishReply } from './finish-reply.ts';
import type { ImportedReply } from './imported.ts';
import { asText, fieldOf, listField, textField } from './own-field.ts';
import { parseJson } from './parse-json.ts';
import { baseName, folderOf, stemOf } from './safe-path.ts';
import type { SourceFile } from './source-files.ts';
import type { TranslatedText } from './translate.ts';
import { ours, script, translate, unknown } from './translate.ts';
import { fromStrftime } from './translate-dates.ts';

type Description = { path: string; value: unknown };

/** The hidden descriptions of phrases and scripts; empty when the files are no folder of AutoKey. */
export function autokeyDescriptions(files: readonly SourceFile[]): SourceFile[] {
  return files.filter(
    (file) => /^\..+\.json$/.test(baseName(file.path)) && /"type"\s*:\s*"(phrase|script)"/.test(headOf(file)),
  );
}

function headOf(file: SourceFile): string {
  return new TextDecoder().decode(file.bytes.subarray(0, 64 * 1024));
}

/**
 * Reads a folder of AutoKey: `Name.txt` is the body, the hidden `.Name.json` beside it says what it is; `folder.json` has the folder's
 * title. Scripts are programs, so each of them is a skipped row.
 */
export function readAutokey(
  files: readonly SourceFile[],
  top: string,
): Result<ImportedReply[], ImportProblem> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const titles = folderTitles(files);
  const replies: ImportedReply[] = [];
  for (const description of autokeyDescriptions(files)) {
    const value = parseJson(decodeText(description.bytes)?.text ?? '', description.path);
    if (!value.ok) return value;
    replies.push(
      readPhrase({ path: description.path, value: value.value }, byPath, titles, replies.length + 1, top),
    );
  }
  return replies.length === 0 ? err({ kind: 'empty', name: top }) : ok(replies);
}

function readPhrase(
  { path, value }: Description,
  files: ReadonlyMap<string, SourceFile>,
  titles: ReadonlyMap<string, string>,
  line: number,
  top: string,
): ImportedReply {
  const folder = folderOf(path);
  const name = baseName(path).slice(1, -'.json'.length);
  const bodyPath = folder === '' ? `${name}.txt` : `${folder}/${name}.txt`;
  const body = files.get(bodyPath);
  const { text, reasons } = translateAutokey(body === undefined ? '' : (decodeText(body.bytes)?.text ?? ''));
  const abbreviations = listField(fieldOf(value, 'abbreviation'), 'abbreviations').map(asText);
  return finishReply({
    line,
    from: bodyPath,
    title: textField(value, 'description') || name,
    shortcode: abbreviations[0] ?? '',
    variants: [[{ kind: 'text', text }]],
    tags: abbreviations.slice(1),
    categoryPath: categoryPath(folder, titles, top),
    reasons,
    skip: textField(value, 'type') === 'phrase' ? null : 'not-a-reply',
  });
}

function folderTitles(files: readonly SourceFile[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const file of files) {
    if (!/^\.?folder\.json$/.test(baseName(file.path))) continue;
    // A folder without a readable title still has its name.
    const value = parseJson(decodeText(file.bytes)?.text ?? '', file.path);
    const title = value.ok ? textField(value.value, 'title') : '';
    if (title !== '') titles.set(folderOf(file.path), title);
  }
  return titles;
}

/** Titles of all folders from the top on; the chosen folder counts when it has a title of its own. */
function categoryPath(folder: string, titles: ReadonlyMap<string, string>, top: string): string[] {
  const segments = folder === '' ? [] : folder.split('/');
  const path = titles.has('') ? [titles.get('') ?? stemOf(top)] : [];
  segments.forEach((segment, index) => {
    path.push(titles.get(segments.slice(0, index + 1).join('/')) ?? segment);
  });
  return path;
}

/** AutoKey's macros, `<cursor>` and the like: its wiki, page "Phrase Macros". Other angle brackets are text. */
export function translateAutokey(text: string): TranslatedText {
  return translate(text, /<(cursor|date|script|file|clipboard|system)\b([^<>]*)>/g, (match) => {
    const rest = match[2] as string;
    switch (match[1]) {
      case 'cursor':
        return rest.trim() === '' ? ours('{{cursor}}') : unknown;
      case 'clipboard':
        return rest.trim() === '' ? ours('{{clipboard}}') : unknown;
      case 'date':
        return fromStrftime(/format\s*=\s*"?([^"]*)"?/.exec(rest)?.[1]?.trim() ?? '', 0);
      case 'script':
      case 'system':
        return script;
      default:
        return unknown;
    }
  });
}
