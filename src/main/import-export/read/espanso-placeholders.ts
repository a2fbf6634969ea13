import { asText, fieldOf, isObject, listField, textField } from './own-field.ts';
import type { Translated, TranslatedText } from './translate.ts';
import {
  choicePlaceholder,
  fieldPlaceholder,
  literal,
  ours,
  script,
  translate,
  unknown,
} from './translate.ts';
import { fromStrftime } from './translate-dates.ts';

/** A variable of a match or a global one. */
export type EspansoVariable = { name: string; type: string; params: unknown };

/** Extensions that run something, or take what a program wrote. */
const programs: ReadonlySet<string> = new Set(['shell', 'script']);

const secondsADay = 86_400;

/** A variable as the YAML has it; what is missing is empty. */
export function variableOf(value: unknown): EspansoVariable {
  return {
    name: textField(value, 'name'),
    type: textField(value, 'type'),
    params: fieldOf(value, 'params'),
  };
}

/**
 * The choices of a body that is nothing but one random variable: they become variants of the reply. Null for any other body; a random
 * variable inside a text becomes a choice.
 */
export function randomChoices(body: string, variables: readonly EspansoVariable[]): string[] | null {
  const name = /^\s*\{\{\s*([\p{L}\p{N}_.-]+)\s*\}\}\s*$/u.exec(body)?.[1];
  const variable = variables.find((candidate) => candidate.name === name);
  if (variable?.type !== 'random') return null;
  const choices = listField(variable.params, 'choices').map(asText).filter(Boolean);
  return choices.length > 0 ? choices : null;
}

/**
 * Translates `$|$`, `{{variable}}` and, in a form, `[[field]]`: Espanso's documentation, pages "Matches", "Extensions" and "Forms".
 * `formFields` describes the fields of a form; null for a match that is none.
 */
export function translateEspanso(
  text: string,
  variables: readonly EspansoVariable[],
  formFields: unknown,
): TranslatedText {
  const isForm = formFields !== null;
  return translate(
    text,
    /\$\|\$|\{\{\s*([\p{L}\p{N}_.-]+)\s*\}\}|\[\[\s*([\p{L}\p{N}_-]+)\s*\]\]/gu,
    (match) => {
      if (match[0] === '$|$') return ours('{{cursor}}');
      if (match[2] !== undefined) return isForm ? formField(match[2], formFields) : literal(match[0]);
      return variableValue(match[1] as string, variables);
    },
  );
}

function variableValue(reference: string, variables: readonly EspansoVariable[]): Translated {
  const [name = '', field] = reference.split('.', 2);
  const variable = variables.find((candidate) => candidate.name === name);
  if (variable === undefined) return unknown;
  if (programs.has(variable.type)) return script;
  const { params } = variable;
  switch (variable.type) {
    case 'date':
      return fromStrftime(textField(params, 'format'), Number(fieldOf(params, 'offset') ?? 0) / secondsADay);
    case 'clipboard':
      return ours('{{clipboard}}');
    case 'echo':
      return literal(textField(params, 'echo'));
    case 'choice':
      return choicePlaceholder(valuesOf(fieldOf(params, 'values')));
    case 'random':
      return choicePlaceholder(valuesOf(fieldOf(params, 'choices')));
    case 'form':
      return field === undefined ? unknown : formField(field, fieldOf(params, 'fields'));
    default:
      return unknown;
  }
}

function formField(name: string, fields: unknown): Translated {
  const field = fieldOf(fields, name);
  const type = textField(field, 'type');
  if (type === 'choice' || type === 'list') return choicePlaceholder(valuesOf(fieldOf(field, 'values')));
  return fieldPlaceholder(name);
}

/** Values are a list of texts or of `label` and `id`, or one text with a value a line. */
function valuesOf(values: unknown): string[] {
  if (Array.isArray(values)) {
    return values
      .map((value) => (isObject(value) ? textField(value, 'label') : asText(value)))
      .filter(Boolean);
  }
  return asText(values)
    .split('\n')
    .map((value) => value.trim())
    .filter(Boolean);
}
