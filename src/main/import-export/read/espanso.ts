import type { ImportProblem, RowReason } from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { decodeText } from './decode-text.ts';
import type { EspansoVariable } from './espanso-placeholders.ts';
import { randomChoices, translateEspanso, variableOf } from './espanso-placeholders.ts';
import { finishReply } from './finish-reply.ts';
import { htmlToText } from './html-text.ts';
import type { ImportedPart, ImportedReply } from './imported.ts';
import type { Limits } from './limits.ts';
import type { MediaFinder } from './media-finder.ts';
import { isPicture } from './media-finder.ts';
import { asText, fieldOf, isObject, listField, textField } from './own-field.ts';
import { parseYaml } from './parse-yaml.ts';
import { baseName, folderOf, stemOf } from './safe-path.ts';
import type { SourceFile } from './source-files.ts';

/** Files of a package or configuration whose name says nothing about what is in them. */
const namelessFile = /^(package|base|default|matches?|_manifest)$/i;

/** Whether a text is a match file of Espanso: YAML with one of its three lists at the top. */
export function looksLikeEspanso(text: string): boolean {
  return /^(["']?)(matches|global_vars|imports)\1\s*:(\s|$)/m.test(text);
}

/**
 * Reads the match files of one package or configuration together: global variables of one hold in the others. Files named under
 * `imports` are read only if they are among them; nothing outside is opened.
 */
export function readEspanso(
  files: readonly SourceFile[],
  media: MediaFinder,
  limits: Limits,
): Result<ImportedReply[], ImportProblem> {
  const parsed: { path: string; value: unknown }[] = [];
  for (const file of files) {
    if (file.bytes.length > limits.yamlBytes) return err({ kind: 'too-complex', name: file.path });
    const value = parseYaml(decodeText(file.bytes)?.text ?? '', file.path);
    if (!value.ok) return value;
    parsed.push({ path: file.path, value: value.value });
  }
  const globals = parsed.flatMap(({ value }) => listField(value, 'global_vars')).map(variableOf);
  const packageName = parsed
    .filter(({ path }) => stemOf(baseName(path)) === '_manifest')
    .map(({ value }) => textField(value, 'title') || textField(value, 'name'))[0];
  const replies = parsed.flatMap(({ path, value }) => {
    const stem = stemOf(baseName(path));
    const category = namelessFile.test(stem) ? packageName : stem;
    return listField(value, 'matches').map((match, index) =>
      readMatch(match, { line: index + 1, path, category, globals, media }),
    );
  });
  return replies.length > limits.rows
    ? err({ kind: 'too-many-rows', name: files[0]?.path ?? '', limit: limits.rows })
    : ok(replies);
}

type MatchContext = {
  line: number;
  path: string;
  category: string | undefined;
  globals: readonly EspansoVariable[];
  media: MediaFinder;
};

function readMatch(match: unknown, context: MatchContext): ImportedReply {
  const triggers = [fieldOf(match, 'trigger'), ...listField(match, 'triggers')].map(asText).filter(Boolean);
  const reasons = new Set<RowReason>();
  const variants = bodiesOf(match, context, reasons);
  return finishReply({
    line: context.line,
    from: context.path,
    title: textField(match, 'label'),
    shortcode: triggers[0] ?? '',
    variants,
    // Further triggers have no place of their own; as tags they are still found.
    tags: [...triggers.slice(1), ...listField(match, 'search_terms').map(asText)],
    categoryPath: context.category === undefined ? [] : [context.category],
    reasons,
    skip: skipReason(match, triggers),
  });
}

function skipReason(match: unknown, triggers: readonly string[]): RowReason | null {
  if (!isObject(match)) return 'not-a-reply';
  return triggers.length === 0 && Object.hasOwn(match, 'regex') ? 'regex-trigger' : null;
}

function bodiesOf(match: unknown, context: MatchContext, reasons: Set<RowReason>): ImportedPart[][] {
  const imagePath = textField(match, 'image_path');
  if (imagePath !== '') return [pictureParts(imagePath, context, reasons)];
  const form = textField(match, 'form');
  const html = textField(match, 'html');
  const source =
    form ||
    textField(match, 'replace') ||
    textField(match, 'markdown') ||
    (html === '' ? '' : htmlToText(html).text);
  // A variable of the match itself hides a global one of the same name.
  const variables = [...listField(match, 'vars').map(variableOf), ...context.globals];
  const random = randomChoices(source, variables);
  const bodies = random ?? [source];
  return bodies.map((body) => {
    const translated = translateEspanso(body, variables, form === '' ? null : fieldOf(match, 'form_fields'));
    for (const reason of translated.reasons) reasons.add(reason);
    return [{ kind: 'text', text: translated.text }];
  });
}

/** A picture of the package; `$CONFIG` is the configuration's folder, which is the top of what we were given. */
function pictureParts(imagePath: string, context: MatchContext, reasons: Set<RowReason>): ImportedPart[] {
  const path = imagePath.replaceAll('\\', '/').replace(/^(\$CONFIG|\$PACKAGES|%CONFIG%|%PACKAGES%|\.)\//, '');
  const bytes = context.media(path, folderOf(context.path));
  if (bytes === null) {
    reasons.add('image-missing');
    return [];
  }
  if (!isPicture(bytes)) {
    reasons.add('image-unreadable');
    return [];
  }
  return [{ kind: 'image', bytes, alt: stemOf(baseName(path)) }];
}
