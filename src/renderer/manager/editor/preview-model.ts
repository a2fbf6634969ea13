import type { MediaInfo } from '../../../shared/contract/library-calls.ts';
import { type FillContext, type FilledIn, fillPieces } from '../../../shared/domain/fill.ts';
import { hasHidden } from '../../../shared/domain/hidden-characters.ts';
import type { MediaHash, Part, ReplyDraft, Validity } from '../../../shared/domain/reply.ts';
import { validityAt } from '../../../shared/domain/reply.ts';

/** A piece of a message as the customer will read it. */
export type PreviewPiece =
  | { kind: 'text'; text: string }
  /** Comes from a placeholder; `name` says which. */
  | { kind: 'filled'; name: string; text: string }
  /** The agent will be asked for it. */
  | { kind: 'awaiting'; name: string }
  | { kind: 'cursor' }
  | { kind: 'unknown'; source: string };

export type PreviewPart =
  | { kind: 'text'; pieces: PreviewPiece[] }
  | { kind: 'image'; info: MediaInfo | null; alt: string }
  | { kind: 'file'; name: string; info: MediaInfo | null };

/** What the agent will be asked for before pasting. */
export type Asked = { fields: string[]; choices: { index: number; options: string[] }[] };

/** Why this wording would not be pasted as it stands. */
export type PasteProblem =
  | { kind: 'empty' }
  | { kind: 'unknown'; sources: string[] }
  | { kind: 'hidden' }
  | { kind: 'media-missing'; count: number }
  | { kind: 'validity'; validity: Exclude<Validity, 'valid'> };

export type Preview = { parts: PreviewPart[]; asked: Asked; problems: PasteProblem[] };

export type MediaKnown = Readonly<Record<MediaHash, MediaInfo>>;

/** Shows a wording as pasting will fill it; what the agent has not given yet stays open. */
export function previewOf(
  parts: readonly Part[],
  media: MediaKnown,
  context: FillContext,
  filledIn: FilledIn,
): Preview {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const filled = fillPieces(texts, context);
  const fields = new Set<string>();
  const choices: Asked['choices'] = [];
  const unknown = new Set<string>();
  const pieces = filled.map((list) =>
    list.map((piece): PreviewPiece => {
      switch (piece.kind) {
        case 'choice': {
          choices.push({ index: piece.index, options: piece.options });
          const chosen = piece.options[filledIn.choices[piece.index] ?? 0] ?? piece.options[0] ?? '';
          return { kind: 'filled', name: piece.options.join(' / '), text: chosen };
        }
        case 'field': {
          fields.add(piece.name);
          const value = Object.hasOwn(filledIn.fields, piece.name) ? filledIn.fields[piece.name] : undefined;
          return value === undefined || value.trim() === ''
            ? { kind: 'awaiting', name: piece.name }
            : { kind: 'filled', name: piece.name, text: value };
        }
        case 'unknown':
          unknown.add(piece.source);
          return piece;
        default:
          return piece;
      }
    }),
  );
  let text = 0;
  const shown = parts.map((part): PreviewPart => {
    if (part.kind === 'text') return { kind: 'text', pieces: pieces[text++] ?? [] };
    const info = media[part.hash] ?? null;
    return part.kind === 'image'
      ? { kind: 'image', info, alt: part.alt }
      : { kind: 'file', name: part.name, info };
  });
  return {
    parts: shown,
    asked: { fields: [...fields], choices },
    problems: problemsOf(parts, texts, [...unknown], shown),
  };
}

function problemsOf(
  parts: readonly Part[],
  texts: readonly string[],
  unknown: string[],
  shown: readonly PreviewPart[],
): PasteProblem[] {
  const problems: PasteProblem[] = [];
  const isEmpty = parts.every((part) => part.kind === 'text' && part.text.trim() === '');
  const missing = shown.filter((part) => part.kind !== 'text' && (part.info?.url ?? null) === null);
  if (isEmpty) problems.push({ kind: 'empty' });
  if (unknown.length > 0) problems.push({ kind: 'unknown', sources: unknown });
  if (texts.some(hasHidden)) problems.push({ kind: 'hidden' });
  if (missing.length > 0) problems.push({ kind: 'media-missing', count: missing.length });
  return problems;
}

/** The problem that a reply's validity is now; null when it may be pasted. */
export function validityProblem(
  draft: Pick<ReplyDraft, 'validFrom' | 'validUntil'>,
  now: Date,
): PasteProblem | null {
  const validity = validityAt(draft, now.toISOString());
  return validity === 'valid' ? null : { kind: 'validity', validity };
}
