import type { Part } from '../../../shared/domain/reply.ts';
import { exportFileMessages } from '../../../shared/i18n/areas/export-files.ts';
import { wordsOf } from '../../../shared/i18n/catalogue.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { ExportedLibrary } from './exported-library.ts';

/** Writes replies as Markdown: a heading for each category, and each text in a block of its own, ready to be copied. */
export function* markdown(
  { replies, pathOf }: Pick<ExportedLibrary, 'replies' | 'pathOf'>,
  title: string,
  locale: Locale,
): Generator<string> {
  const t = wordsOf(exportFileMessages, locale);
  yield `# ${escaped(title)}\n`;
  let heading: string | null = null;
  for (const reply of replies()) {
    const path = pathOf(reply.categoryId).join(' / ') || t('uncategorized');
    if (path !== heading) yield `\n## ${escaped(path)}\n`;
    heading = path;
    const code = reply.shortcode === null ? '' : ` ${codeSpan(`/${reply.shortcode}`)}`;
    yield `\n### ${escaped(reply.title)}${code}\n`;
    if (reply.tags.length > 0) yield `\n${reply.tags.map((tag) => escaped(`#${tag}`)).join(' ')}\n`;
    const several = reply.variants.length > 1;
    for (const [index, parts] of reply.variants.entries()) {
      if (several) yield `\n${index + 1}.\n`;
      for (const part of parts) yield `\n${partText(part, { picture: t('picture'), file: t('file') })}\n`;
    }
    if (reply.note !== '')
      yield `\n${reply.note
        .split('\n')
        .map((line) => `> ${escaped(line)}`)
        .join('\n')}\n`;
  }
}

function partText(part: Part, words: { picture: string; file: string }): string {
  if (part.kind === 'text') return fenced(part.text);
  return part.kind === 'image'
    ? escaped(`[${words.picture}] ${part.alt}`.trim())
    : escaped(`[${words.file}] ${part.name}`);
}

/** A fence is longer than every run of backticks in the text, so that none of them ends the block. */
function fenced(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}text\n${text}\n${fence}`;
}

function codeSpan(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&');
}
