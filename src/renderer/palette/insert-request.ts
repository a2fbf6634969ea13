import type { FilledPiece } from '../../shared/domain/fill.ts';
import { withoutHidden } from '../../shared/domain/hidden-characters.ts';
import type { InsertAction, InsertRequest } from '../../shared/insert.ts';
import type { PreviewPart, ReplyView } from '../../shared/ipc.ts';
import type { Preview } from './palette-state.ts';

/** The parts that will be pasted: those of the variant in view. */
export function partsInView(preview: Pick<Preview, 'view' | 'variant'>): PreviewPart[] {
  return preview.view.variants[preview.variant] ?? [];
}

function piecesOf(parts: readonly PreviewPart[]): FilledPiece[] {
  return parts.flatMap((part) => (part.kind === 'text' ? part.pieces : []));
}

/** Field names of the variant in view, in order of first appearance, each once. */
export function fieldNames(preview: Pick<Preview, 'view' | 'variant'>): string[] {
  const names = piecesOf(partsInView(preview)).flatMap((piece) =>
    piece.kind === 'field' ? [piece.name] : [],
  );
  return [...new Set(names)];
}

function isFilled(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

const sourceOfField = (name: string) => `{{${name}}}`;

/** Names of the fields that still wait for the agent. While editing: those whose `{{name}}` is still in the text. */
export function unfilledFields(preview: Preview): string[] {
  const { editedTexts } = preview;
  if (editedTexts !== null) {
    return fieldNames(preview).filter((name) =>
      editedTexts.some((text) => text.includes(sourceOfField(name))),
    );
  }
  return fieldNames(preview).filter((name) => !isFilled(preview.fields[name]));
}

/** Placeholders that nothing can fill, as written in the reply. While editing: those still in the text. */
export function unknownPlaceholders(preview: Preview): string[] {
  const { editedTexts } = preview;
  const sources = piecesOf(partsInView(preview)).flatMap((piece) =>
    piece.kind === 'unknown' ? [piece.source] : [],
  );
  const distinct = [...new Set(sources)];
  if (editedTexts === null) return distinct;
  return distinct.filter((source) => editedTexts.some((text) => text.includes(source)));
}

/** The first option of every choice of the variant. */
export function firstChoices(view: ReplyView, variant: number): number[] {
  const choices = piecesOf(partsInView({ view, variant })).filter((piece) => piece.kind === 'choice');
  return choices.map(() => 0);
}

function pieceText(piece: FilledPiece, preview: Preview): string {
  switch (piece.kind) {
    case 'text':
    case 'filled':
      return piece.text;
    case 'field': {
      const value = preview.fields[piece.name];
      return value !== undefined && isFilled(value) ? value : sourceOfField(piece.name);
    }
    case 'choice':
      return piece.options[preview.choices[piece.index] ?? 0] ?? '';
    case 'cursor':
      return '';
    case 'unknown':
      return piece.source;
  }
}

/**
 * What each text part reads with everything filled that is known; an empty field stays as `{{name}}`. Characters that nobody
 * sees are gone, so that what is edited is all that is pasted.
 */
export function editableTexts(preview: Preview): string[] {
  return partsInView(preview).flatMap((part) =>
    part.kind === 'text'
      ? [withoutHidden(part.pieces.map((piece) => pieceText(piece, preview)).join(''))]
      : [],
  );
}

/** The request for what is on screen: the revision is that of the view which the agent reads. */
export function buildInsertRequest(preview: Preview, action: InsertAction): InsertRequest {
  const fields = fieldNames(preview).map((name) => [name, preview.fields[name] ?? ''] as const);
  return {
    replyId: preview.view.id,
    revision: preview.view.revision,
    variant: preview.variant,
    action,
    fields: Object.fromEntries(fields),
    choices: preview.choices,
    editedTexts: preview.editedTexts,
  };
}
