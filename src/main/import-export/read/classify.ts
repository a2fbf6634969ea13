import { decodeText } from './decode-text.ts';
import { looksLikeSqlite } from './ditto.ts';
import { looksLikeEspanso } from './espanso.ts';
import { ascii, isPicture } from './media-finder.ts';
import { looksLikeJson } from './parse-json.ts';
import { baseName } from './safe-path.ts';
import type { SourceFile } from './source-files.ts';
import { looksLikeBiff, looksLikeOle } from './workbook.ts';
import { looksLikeZip } from './zip-entries.ts';

/** What a file is by its content. */
export type FileKind =
  | { kind: 'picture' | 'workbook' | 'zip' | 'sqlite' | 'empty' | 'unknown' }
  | { kind: 'unsupported'; format: string }
  /** A workbook written as XML, or a page with a table: what web shops call XLS. */
  | { kind: 'xml-workbook' | 'html-table'; text: string; encoding: string }
  | { kind: 'json' | 'espanso' | 'delimited'; text: string; encoding: string };

/** Signatures of files that might pass for text, or are asked about often. */
const binaries: readonly string[] = [
  '%PDF-',
  'MZ',
  '\x7fELF',
  '\x1f\x8b',
  'Rar!',
  '7z\xbc\xaf',
  'BZh',
  '\x00\x00\x01\x00',
];

/** What a file is by its bytes, whatever its name says. */
export function classify(file: SourceFile): FileKind {
  const { bytes } = file;
  if (bytes.length === 0) return { kind: 'empty' };
  if (isPicture(bytes)) return { kind: 'picture' };
  if (looksLikeZip(bytes)) return { kind: 'zip' };
  if (looksLikeOle(bytes) || looksLikeBiff(bytes)) return { kind: 'workbook' };
  if (looksLikeSqlite(bytes)) return { kind: 'sqlite' };
  const head = ascii(bytes, 0, 64);
  // CopyQ names itself at the start of its exports, as a Qt string of two bytes a character.
  if (head.replaceAll('\0', '').includes('CopyQ')) return { kind: 'unsupported', format: 'CopyQ' };
  if (/\.pexd?b?$/i.test(baseName(file.path))) return { kind: 'unsupported', format: 'PhraseExpress' };
  if (binaries.some((signature) => head.startsWith(signature))) return { kind: 'unknown' };
  const decoded = decodeText(bytes);
  return decoded === null ? { kind: 'unknown' } : classifyText(decoded);
}

function classifyText(decoded: { text: string; encoding: string }): FileKind {
  const { text } = decoded;
  if (text.trim() === '') return { kind: 'empty' };
  if (looksLikeJson(text)) return { kind: 'json', ...decoded };
  if (/^\s*</.test(text)) return classifyMarkup(decoded);
  return looksLikeEspanso(text) ? { kind: 'espanso', ...decoded } : { kind: 'delimited', ...decoded };
}

function classifyMarkup(decoded: { text: string; encoding: string }): FileKind {
  const head = decoded.text.slice(0, 4_096);
  if (/phraseexpress/i.test(head)) return { kind: 'unsupported', format: 'PhraseExpress' };
  const isSheet = /urn:schemas-microsoft-com:office:spreadsheet/.test(head) && /<Workbook/.test(head);
  if (isSheet) return { kind: 'xml-workbook', ...decoded };
  return /<(html|table)\b/i.test(head) ? { kind: 'html-table', ...decoded } : { kind: 'unknown' };
}
