import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ActionDone, StepLabel } from '../../../shared/library-action.ts';
import { type ActionWords, isSameStep, stepDone, stepName } from './step-words.ts';

/** One toast for what was done last: an older one would offer to undo something else. */
const doneToast = 'action-done';

/** How long an offer to undo stays, in milliseconds: long enough to read it and to go for the button. */
const doneMs = 8_000;
const problemMs = 10_000;

let offered: StepLabel | null = null;

/** Tells what was done, with a button that takes it back or does it again. */
export function showDone(
  t: ActionWords,
  how: 'done' | 'undone' | 'redone',
  done: ActionDone,
  onButton: () => void,
): void {
  notifications.hide(doneToast);
  if (!done.changed) {
    // The button would take back whatever was done before.
    offered = null;
    showHint(t, t('unchanged'));
    return;
  }
  offered = how === 'undone' ? done.undo.redo : done.undo.undo;
  const text = how === 'done' ? stepDone(t, done.label) : t(how, { step: stepName(t, done.label) });
  const withButton = offered !== null;
  notifications.show({
    id: doneToast,
    color: 'teal',
    autoClose: doneMs,
    closeButtonProps: { 'aria-label': t('close') },
    message: (
      <div className="toast">
        <div className="toast-text">
          {text}
          {done.skipped > 0 && <div className="toast-detail">{t('skipped', { count: done.skipped })}</div>}
        </div>
        {withButton && (
          <Button
            size="xs"
            variant="light"
            // A click leaves the keyboard where it is: what comes back is in the list that had it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              hideDone();
              onButton();
            }}
          >
            {t(how === 'undone' ? 'redo' : 'undo')}
          </Button>
        )}
      </div>
    ),
  });
}

/** Takes away what tells of the last step. */
function hideDone(): void {
  offered = null;
  notifications.hide(doneToast);
}

/** Takes the offer away once its button would take back another step than the one it names. */
export function keepOfferTrue(undo: StepLabel | null, redo: StepLabel | null): void {
  if (offered !== null && !isSameStep(offered, undo) && !isSameStep(offered, redo)) hideDone();
}

/** Tells what did not work. */
export function showProblem(t: ActionWords, message: string): void {
  notifications.show({
    color: 'red',
    title: t('problem.title'),
    message,
    autoClose: problemMs,
    closeButtonProps: { 'aria-label': t('close') },
  });
}

/** Tells something that is neither a success nor a failure. */
export function showHint(t: ActionWords, message: string): void {
  notifications.show({
    color: 'blue',
    message,
    autoClose: doneMs,
    closeButtonProps: { 'aria-label': t('close') },
  });
}
