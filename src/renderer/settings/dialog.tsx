import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';

type DialogProps = {
  title: string;
  /** Escape, too, asks to close. */
  onClose: () => void;
  children: ReactNode;
  /** There is nothing in it that could be focused, so that the text itself has to be, to be scrolled by keys. */
  onlyText?: boolean;
  /** Buttons at the bottom, the one that acts last. */
  actions: ReactNode;
};

/** A window over the page that keeps the focus until it is closed. */
export function Dialog({ title, onClose, children, onlyText = false, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const id = useId();

  // With its first drawing: before, it would be a part of the page, and Escape would not close it.
  useLayoutEffect(() => {
    opener.current = document.activeElement;
    dialog.current?.showModal();
    // Where the body is too long for the window the browser chooses the body, because it scrolls, not its first field.
    const body = dialog.current?.querySelector('.dialog-body:focus:not([tabindex])');
    body?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  // Only when it is gone can anything outside of it have the focus.
  useEffect(
    () => () => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
    [],
  );

  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <section className="dialog-body" aria-labelledby={id} {...(onlyText ? { tabIndex: 0 } : {})}>
        {children}
      </section>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}
