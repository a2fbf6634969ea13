import type { ActionKey } from '../../../shared/i18n/areas/manager-actions.ts';
import type { Words } from '../../../shared/i18n/catalogue.ts';
import type { StepLabel } from '../../../shared/library-action.ts';

export type ActionWords = Words<ActionKey>;

/** What a step is called that can be taken back, such as `Move 3 replies`. */
export function stepName(t: ActionWords, label: StepLabel): string {
  return words(t, 'step', label);
}

/** What has just been done, such as `Moved 3 replies`. */
export function stepDone(t: ActionWords, label: StepLabel): string {
  return words(t, 'done', label);
}

/** True when two labels name the same step, as far as a label tells. */
export function isSameStep(one: StepLabel | null, other: StepLabel | null): boolean {
  if (one === null || other === null) return one === other;
  return one.kind === other.kind && one.count === other.count && one.name === other.name;
}

function words(t: ActionWords, form: 'step' | 'done', { kind, count, name }: StepLabel): string {
  if (name === null) return t(`${form}.${kind}.many`, { count });
  return t(`${form}.${kind}.one`, { name: shortened(name) });
}

/** A title is at most 200 characters long; a toast and a tooltip have room for fewer. */
export function shortened(name: string): string {
  const letters = [...name];
  return letters.length > 24 ? `${letters.slice(0, 23).join('')}…` : name;
}
