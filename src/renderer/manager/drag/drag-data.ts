import type { Id } from '../../../shared/domain/reply.ts';

/** What is dragged inside the window. */
export type Dragged = { kind: 'replies'; ids: readonly Id[] } | { kind: 'category'; id: Id };

/** Marks our own drags among everything that may be dragged over the window. */
const mark = 'repartee-dragged';

/** Packs what is dragged for the drag and drop library. */
export function packDragged(dragged: Dragged): Record<string, unknown> {
  return { [mark]: dragged };
}

/** What is dragged, or null when it is not ours. */
export function unpackDragged(data: Record<string | symbol, unknown>): Dragged | null {
  return (data[mark] as Dragged | undefined) ?? null;
}
