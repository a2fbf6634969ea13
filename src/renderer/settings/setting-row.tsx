import { type ReactNode, useId } from 'react';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { refusalWords } from './refusal-words.ts';
import type { ChangeStatus } from './use-settings.ts';

/** Ids that tie a control to the words around it. */
export type ControlIds = { id: string; 'aria-describedby': string; 'aria-invalid': boolean };

type SettingRowProps = {
  label: string;
  hint?: ReactNode;
  status?: ChangeStatus | undefined;
  /** Takes the place of the status: a problem with a way out, or one that is there without a change. */
  problem?: ReactNode;
  /** `wide` puts the control below its label. */
  layout?: 'narrow' | 'wide';
  /** A function for a control that the label names; buttons have their own words. */
  children: ReactNode | ((ids: ControlIds) => ReactNode);
};

/** One setting: its label, an explanation, the control, and below it what became of the last change. */
export function SettingRow({ label, hint, status, problem, layout = 'narrow', children }: SettingRowProps) {
  const id = useId();
  const ids = {
    id,
    'aria-describedby': hint ? `${id}-hint ${id}-status` : `${id}-status`,
    'aria-invalid': status?.kind === 'refused' || Boolean(problem),
  };
  return (
    <div className={`setting-row setting-row-${layout}`}>
      <div className="setting-words">
        {typeof children === 'function' ? (
          <label className="setting-label" htmlFor={id}>
            {label}
          </label>
        ) : (
          <p className="setting-label">{label}</p>
        )}
        {hint && (
          <p className="setting-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div className="setting-control">{typeof children === 'function' ? children(ids) : children}</div>
      <div className="setting-status" id={`${id}-status`} aria-live="polite">
        {problem ?? <RowStatus status={status} />}
      </div>
    </div>
  );
}

function RowStatus({ status }: { status: ChangeStatus | undefined }) {
  const { t } = useLanguage();
  if (status?.kind === 'saved') {
    return (
      <p className="status-saved" key={status.serial}>
        <Icon name="check" size={14} />
        {t('settings.saved')}
      </p>
    );
  }
  if (status?.kind === 'refused') return <Problem>{refusalWords(status, t)}</Problem>;
  return null;
}

/** A problem in words, with the way out beside it. */
export function Problem({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="status-problem">
      <Icon name="warning" size={14} />
      <p>{children}</p>
      {action}
    </div>
  );
}
