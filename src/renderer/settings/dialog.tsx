import { type ReactNode, useEffect, useId, useRef } from 'react';

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
  const id = useId();

  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

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
