/** The parts that F6 goes through, in order. */
const panes = ['[data-pane="tree"]', '[data-pane="list"]', '[data-pane="editor"]'];

/** How many frames to wait for the editor to have read its reply: about two seconds. */
const patience = 120;

/** Puts the focus on the tree or the list; on the words of a list without rows, which tell what to do next. */
export function focusPane(pane: 'tree' | 'list'): void {
  document
    .querySelector<HTMLElement>(`:is([data-pane="${pane}"], .pane-${pane} .empty):not([hidden])`)
    ?.focus();
}

/** Puts the focus into the editor's first field, as soon as it is there. */
export function focusEditor(framesLeft = patience): void {
  const field = editorField();
  if (field) field.focus();
  else if (framesLeft > 0) requestAnimationFrame(() => focusEditor(framesLeft - 1));
}

/** Moves the focus to the next pane, or the one before. */
export function cyclePane(step: 1 | -1): void {
  const found = panes.map((selector) => document.querySelector<HTMLElement>(selector));
  const current = found.findIndex((pane) => pane?.contains(document.activeElement));
  for (let offset = 1; offset <= panes.length; offset += 1) {
    const from = current < 0 && step < 0 ? 0 : current;
    const index = (from + step * offset + panes.length * 2) % panes.length;
    const pane = found[index];
    const target = index === 2 ? editorField() : pane;
    if (target && !pane?.hidden) {
      target.focus();
      return;
    }
  }
}

/** Whether somebody is writing in the editor. */
export function isInEditor(element: Element | null): boolean {
  return element?.closest('[data-pane="editor"]') != null;
}

/**
 * Has the field that has the focus hand over what it holds back until it is left, such as a tag that is half typed.
 * @param stay Puts the focus back into it.
 */
export function handOverField(stay: boolean): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !isInEditor(field)) return;
  field.blur();
  if (stay) field.focus();
}

function editorField(): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    '[data-pane="editor"] :is(input, textarea):not([type="hidden"], [type="file"], [disabled], [tabindex="-1"])',
  );
}
