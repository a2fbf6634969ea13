import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

type Described = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };

type Props = {
  id: string;
  label: string;
  /** What is wrong, in words; null when nothing is. */
  error: string | null;
  /** Takes the height that is left. */
  grow?: boolean;
  children: (described: Described) => ReactNode;
};

/** A labelled control with its error. */
export function FormField({ id, label, error, grow = false, children }: Props) {
  const errorId = `${id}-error`;
  return (
    <div className="form-field" data-grow={grow}>
      <div className="form-label">
        <label htmlFor={id}>{label}</label>
        {error !== null && (
          <span className="form-error" id={errorId} role="alert">
            <Icon name="error" size={12} />
            {error}
          </span>
        )}
      </div>
      {children({
        id,
        'aria-invalid': error !== null,
        'aria-describedby': error === null ? undefined : errorId,
      })}
    </div>
  );
}
