import { type ReactNode, useEffect, useId, useRef } from 'react';

type DialogProps = {
  title: string;
  /** Escape, too, asks to close. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the bottom, the one that acts last. */
  actions: ReactNode;
};

/** A window over the page that keeps the focus until it is closed. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
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
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}
