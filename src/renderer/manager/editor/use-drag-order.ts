import { type PointerEvent, type RefObject, useRef, useState } from 'react';

/** What is being dragged and between which items it would land: `to` counts from 0 to the number of items. */
export type Dragging = { key: string; to: number };

/**
 * Drags items of a vertical list by a handle. The list's children carry `data-order-key`; nothing moves before the pointer is
 * let go, a line shows the place. Escape leaves everything as it was.
 */
export function useDragOrder(list: RefObject<HTMLElement | null>, onDrop: (key: string, to: number) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const current = useRef<Dragging | null>(null);

  const items = () => [...(list.current?.querySelectorAll<HTMLElement>(':scope > [data-order-key]') ?? [])];

  const placeAt = (y: number) => {
    const below = items().findIndex((item) => {
      const box = item.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    return below < 0 ? items().length : below;
  };

  const update = (next: Dragging | null) => {
    current.current = next;
    setDragging(next);
  };

  const handleProps = (key: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      update({ key, to: items().findIndex((item) => item.dataset.orderKey === key) });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (current.current) update({ key, to: placeAt(event.clientY) });
    },
    onPointerUp: () => {
      const drop = current.current;
      update(null);
      if (!drop) return;
      const from = items().findIndex((item) => item.dataset.orderKey === drop.key);
      // Taken out first, what stands behind it moves up by one.
      const to = drop.to > from ? drop.to - 1 : drop.to;
      if (to !== from) onDrop(drop.key, to);
    },
    onPointerCancel: () => update(null),
    onLostPointerCapture: () => update(null),
  });

  return { dragging, handleProps, cancel: () => update(null) };
}
