import { finishReply } from './finish-reply.ts';
import type { ImportedReply } from './imported.ts';
import { fieldOf, isObject, listField, textField } from './own-field.ts';
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
import { fromLetters, shiftInDays } from './translate-dates.ts';

/** Text Blaze's export: folders of snippets. */
export function isTextBlaze(value: unknown): boolean {
  const folders = fieldOf(value, 'folders');
  return Array.isArray(folders) && folders.some((folder) => Array.isArray(fieldOf(folder, 'snippets')));
}

/** The snippets of all folders of an export. `from` names the file. */
export function readTextBlaze(value: unknown, from: string): ImportedReply[] {
  const snippets = listField(value, 'folders').flatMap((folder) =>
    listField(folder, 'snippets').map((snippet) => ({ snippet, folder: textField(folder, 'name') })),
  );
  return snippets.map(({ snippet, folder }, index) => {
    const { text, reasons } = translateTextBlaze(textField(snippet, 'text'));
    return finishReply({
      line: index + 1,
      from,
      title: textField(snippet, 'name'),
      shortcode: textField(snippet, 'shortcut'),
      variants: [[{ kind: 'text', text }]],
      categoryPath: [folder],
      reasons,
      skip: isObject(snippet) ? null : 'not-a-reply',
    });
  });
}

const command =
  /\{(clipboard|cursor|time|formtext|formparagraph|formmenu|formtoggle|formdate|endformtoggle|key|click|wait|site|user|import|snippet|note|endnote|link|endlink|image|dbselect|dbinsert|dbupdate|if|else|elseif|endif|repeat|endrepeat|urlload|urlsend|ping|run|button|error|=)([^{}]*)\}/g;

/** Commands that compute or act; their text would come out as something else than it says. */
const programs = /^(=|if|else|elseif|endif|repeat|endrepeat|url|ping|run|button|db|click|wait|error)/;

/** Text Blaze's commands: its documentation, "Command reference". Other braces are text. */
export function translateTextBlaze(text: string): TranslatedText {
  return translate(text, command, (match) => toOurs(match[1] as string, match[2] as string));
}

function toOurs(name: string, rest: string): Translated {
  if (programs.test(name)) return script;
  const settings = rest
    .replace(/^\s*:/, '')
    .split(';')
    .map((setting) => setting.trim());
  const named = (key: string) =>
    settings.find((setting) => setting.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
  switch (name) {
    case 'clipboard':
    case 'cursor':
      return rest.trim() === '' ? ours(`{{${name}}}`) : unknown;
    case 'time': {
      const shift = named('shift') || named('at');
      const days = shift === '' ? 0 : shiftInDays(shift);
      return days === null ? unknown : fromLetters(settings[0] ?? '', days);
    }
    case 'formtext':
    case 'formparagraph':
      return fieldPlaceholder(named('name') || (name === 'formtext' ? 'text' : 'paragraph'));
    case 'formmenu':
      return choicePlaceholder(menuOptions(settings));
    case 'key':
      return pressedKey(settings[0] ?? '');
    default:
      return unknown;
  }
}

/** Options stand bare or as `default=…`, which comes first here since our first option is the one that is preset. */
function menuOptions(settings: readonly string[]): string[] {
  const preset = settings
    .filter((setting) => setting.startsWith('default='))
    .map((setting) => setting.slice(8));
  return [...preset, ...settings.filter((setting) => setting !== '' && !/^\w+=/.test(setting))];
}

function pressedKey(key: string): Translated {
  if (/^(enter|return)$/i.test(key)) return literal('\n');
  return /^tab$/i.test(key) ? literal('\t') : unknown;
}
