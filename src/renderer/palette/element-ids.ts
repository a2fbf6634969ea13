/** Element id of the list, for `aria-controls`. */
export const listboxId = 'palette-results';

/** Element id of the row at `index`, for `aria-activedescendant`. */
export function optionId(index: number): string {
  return `palette-result-${index}`;
}
