import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { defaultWidths, fitPanes, type PaneWidths, paneLimits, readWidths } from './pane-widths.ts';

const storageKey = 'manager.panes';
/** How far an arrow key moves a border, with and without Shift, in CSS pixels. */
const steps = { plain: 8, wide: 40 };

export type PanesProps = {
  tree: ReactNode;
  list: ReactNode;
  editor: ReactNode;
  /** Takes the place of list and editor. */
  instead: ReactNode | null;
  labels: { tree: string; list: string; editor: string; treeWidth: string; listWidth: string };
};

/** Three panes side by side whose borders can be moved by mouse and keyboard; their widths are remembered. */
export function Panes({ tree, list, editor, instead, labels }: PanesProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [wanted, setWanted] = useState(() => readWidths(localStorage.getItem(storageKey)));
  const fitted = fitPanes(wanted, width === 0 ? Number.POSITIVE_INFINITY : width);

  function change(next: PaneWidths) {
    setWanted(next);
    localStorage.setItem(storageKey, JSON.stringify(next));
  }

  return (
    <div className="panes" ref={ref}>
      <nav className="pane pane-tree" aria-label={labels.tree} style={{ width: fitted.tree }}>
        {tree}
        <Border
          label={labels.treeWidth}
          width={fitted.tree}
          limits={paneLimits.tree}
          onChange={(treeWidth) => change({ ...fitted, tree: treeWidth })}
          onReset={() => change({ ...fitted, tree: defaultWidths.tree })}
        />
      </nav>
      {instead === null ? (
        <>
          <section className="pane pane-list" aria-label={labels.list} style={{ width: fitted.list }}>
            {list}
            <Border
              label={labels.listWidth}
              width={fitted.list}
              limits={paneLimits.list}
              onChange={(listWidth) => change({ ...fitted, list: listWidth })}
              onReset={() => change({ ...fitted, list: defaultWidths.list })}
            />
          </section>
          <main className="pane pane-editor" data-pane="editor" aria-label={labels.editor}>
            {editor}
          </main>
        </>
      ) : (
        <main className="pane pane-editor">{instead}</main>
      )}
    </div>
  );
}

type BorderProps = {
  label: string;
  width: number;
  limits: { min: number; max: number };
  onChange: (width: number) => void;
  onReset: () => void;
};

function Border({ label, width, limits, onChange, onReset }: BorderProps) {
  const grip = useRef<{ x: number; width: number } | null>(null);

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (grip.current) onChange(grip.current.width + event.clientX - grip.current.x);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.shiftKey ? steps.wide : steps.plain;
    if (event.key === 'ArrowLeft') onChange(width - step);
    else if (event.key === 'ArrowRight') onChange(width + step);
    else if (event.key === 'Home') onChange(limits.min);
    else if (event.key === 'End') onChange(limits.max);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the separator widget of ARIA.
    <div
      className="pane-border"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  );
}
