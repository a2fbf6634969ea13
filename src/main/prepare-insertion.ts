import { basename } from 'node:path';
import type { FillContext, FilledTexts } from '../shared/domain/fill.ts';
import { fillTexts } from '../shared/domain/fill.ts';
import { hiddenNames, withoutHidden, withPlainBreaks } from '../shared/domain/hidden-characters.ts';
import { blockedWords } from '../shared/domain/lint/lint-note.ts';
import type { LintPolicy } from '../shared/domain/lint/lint-rule.ts';
import type { Part, Reply } from '../shared/domain/reply.ts';
import { validityAt } from '../shared/domain/reply.ts';
import type { InsertRequest, RefusedReason } from '../shared/insert.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import type { ClipboardContent } from './platform/clipboard/clipboard.ts';
import type { ReadableDatabase } from './storage/database.ts';
import { readMedia } from './storage/media.ts';
import { findReply } from './storage/replies.ts';

/** A reply ready to be pasted: what goes onto the clipboard, one after the other. */
export type Insertion = {
  reply: Reply;
  contents: ClipboardContent[];
  /** How many characters left of the end the caret belongs; null to leave it at the end. */
  caretFromEnd: number | null;
};

export type Refusal = { reason: RefusedReason; names: string[] };

/** Where a file part is laid out under its own name so that it can be pasted as a file. */
export type ExportFile = (name: string, bytes: Buffer) => string;

/**
 * Checks and fills what the agent asked for. Everything that may never be pasted silently is refused here: a reply
 * that is gone, changed since it was shown, not valid now, not wholly filled, with characters in it that nobody sees, or whose
 * pictures are damaged. An edited text is refused for words that the shop forbids; an unchanged one never is.
 */
export function prepareInsertion(
  db: ReadableDatabase,
  mediaFolder: string,
  request: InsertRequest,
  context: FillContext,
  exportFile: ExportFile,
  policy: LintPolicy,
): Result<Insertion, Refusal> {
  const refuse = (reason: RefusedReason, names: string[] = []) => err({ reason, names });
  const reply = findReply(db, request.replyId);
  if (!reply) return refuse('not-found');
  if (reply.revision !== request.revision) return refuse('changed');
  const validity = validityAt(reply, context.now.toISOString());
  if (validity === 'expired') return refuse('expired');
  if (validity === 'not-yet') return refuse('not-yet-valid');
  const parts = reply.variants[request.variant];
  if (!parts) return refuse('not-found');

  const templates = parts.filter((part) => part.kind === 'text').map((part) => part.text);
  const edited = request.editedTexts;
  if (edited && edited.length !== templates.length) return refuse('changed');
  const filled = fillTexts(edited ?? templates, context, request);
  if (!filled.ok) {
    return filled.unknown.length > 0
      ? refuse('unknown-placeholder', filled.unknown)
      : refuse('unfilled-fields', filled.unfilled);
  }

  const texts = filled.texts.map(withPlainBreaks);
  const hidden = hiddenNames(texts.join(''));
  if (hidden.length > 0) return refuse('hidden-characters', hidden);
  if (edited && isChanged(texts, fillTexts(templates, context, request))) {
    const blocked = blockedWords(texts, policy);
    if (blocked.length > 0) return refuse('blocked-words', blocked);
  }

  const contents: ClipboardContent[] = [];
  for (const part of parts) {
    const content = toContent(part, texts, mediaFolder, exportFile);
    if (content === null) return refuse('media-missing', [nameOf(part)]);
    append(contents, content);
  }
  const wanted = contents.filter((content) => content.kind !== 'text' || content.text.trim() !== '');
  if (wanted.length === 0) return refuse('empty');
  const endsWithText = wanted.at(-1)?.kind === 'text';
  return ok({ reply, contents: wanted, caretFromEnd: endsWithText ? filled.caretFromEnd : null });
}

/** Whether the texts read otherwise than those of the reply, which the page gave without hidden characters. */
function isChanged(texts: readonly string[], before: FilledTexts): boolean {
  return !before.ok || before.texts.some((text, index) => withoutHidden(text) !== texts[index]);
}

/** The text of an insertion, for the clipboard when it cannot be pasted; null when it has none. */
export function insertionText(contents: readonly ClipboardContent[]): string | null {
  const texts = contents.filter((content) => content.kind === 'text').map((content) => content.text);
  return texts.length > 0 ? texts.join('\n') : null;
}

function toContent(
  part: Part,
  texts: string[],
  mediaFolder: string,
  exportFile: ExportFile,
): ClipboardContent | null {
  if (part.kind === 'text') return { kind: 'text', text: texts.shift() ?? '' };
  const bytes = readMedia(mediaFolder, part.hash);
  if (bytes === null) return null;
  if (part.kind === 'image') return { kind: 'image', png: bytes };
  return { kind: 'files', paths: [exportFile(basename(part.name), bytes)] };
}

function nameOf(part: Part): string {
  if (part.kind === 'file') return part.name;
  return part.kind === 'image' ? part.alt : '';
}

/** Neighbouring texts are one paste, with a line break between them. */
function append(contents: ClipboardContent[], content: ClipboardContent): void {
  const last = contents.at(-1);
  if (content.kind === 'text' && last?.kind === 'text') last.text += `\n${content.text}`;
  else contents.push(content);
}
