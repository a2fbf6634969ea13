import type { Part } from '../../../shared/domain/reply.ts';
import { exportFileMessages } from '../../../shared/i18n/areas/export-files.ts';
import { wordsOf } from '../../../shared/i18n/catalogue.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { ExportedReply } from '../repartee-json.ts';
import type { ExportedLibrary } from './exported-library.ts';

/**
 * Lays replies out as a sheet to be printed: by category, shortcode and title in front, the text beside them. The address
 * of its style sheet is written `{style}`; pictures are addressed as the app's pages do.
 * @param title Name of the library or of the file.
 */
export function cheatSheetHtml(
  { replies, pathOf, count }: Pick<ExportedLibrary, 'replies' | 'pathOf' | 'count'>,
  title: string,
  date: string,
  locale: Locale,
): string {
  const t = wordsOf(exportFileMessages, locale);
  let body = '';
  let heading: string | null = null;
  for (const reply of replies()) {
    const path = pathOf(reply.categoryId).join(' › ') || t('uncategorized');
    if (path !== heading) body += `${heading === null ? '' : '</section>'}<section><h2>${escaped(path)}</h2>`;
    heading = path;
    body += entry(reply, t('file'));
  }
  if (heading !== null) body += '</section>';
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="stylesheet" href="{style}"></head>
<body><header><h1>${escaped(title)}</h1><p>${escaped(t('cheatSheet.summary', { count, date }))}</p></header>${body}</body>
</html>`;
}

function entry({ title, shortcode, variants }: ExportedReply, fileWord: string): string {
  const code = shortcode === null ? '' : `<code>/${escaped(shortcode)}</code>`;
  const texts = variants.map((parts) => `<li>${parts.map((part) => partHtml(part, fileWord)).join('')}</li>`);
  const list = variants.length > 1 ? `<ol>${texts.join('')}</ol>` : `<ul>${texts.join('')}</ul>`;
  return `<article><h3>${escaped(title)}${code}</h3>${list}</article>`;
}

function partHtml(part: Part, fileWord: string): string {
  if (part.kind === 'text') return `<p>${escaped(part.text)}</p>`;
  if (part.kind === 'image') {
    return `<img src="app://repartee/media/${part.hash}" alt="${escaped(part.alt)}">`;
  }
  return `<p class="file">${escaped(fileWord)}: ${escaped(part.name)}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Its style: fonts that every system with Chinese has, nothing that is cut in the middle, page numbers at the foot. */
export const cheatSheetCss = `
@page {
  size: A4;
  margin: 16mm 14mm 18mm;
  @bottom-center {
    content: counter(page) ' / ' counter(pages);
    font: 8pt sans-serif;
    color: #6b7280;
  }
}
* { box-sizing: border-box; }
html {
  font: 9.5pt/1.5 'PingFang SC', 'PingFang TC', 'Microsoft YaHei', 'Microsoft JhengHei', 'Noto Sans CJK SC',
    'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif;
  color: #1f2328;
}
html:lang(zh-TW) {
  font-family: 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Source Han Sans TC', sans-serif;
}
body { margin: 0; }
header { display: flex; align-items: baseline; justify-content: space-between; margin-bottom: 5mm; }
h1 { font-size: 17pt; margin: 0; }
header p { margin: 0; color: #6b7280; font-size: 8.5pt; white-space: nowrap; }
h2 {
  font-size: 11.5pt;
  margin: 6mm 0 2mm;
  padding-bottom: 1mm;
  border-bottom: 0.6pt solid #1f2328;
  break-after: avoid;
}
article {
  display: grid;
  grid-template-columns: 46mm 1fr;
  column-gap: 5mm;
  padding: 1.8mm 0;
  border-bottom: 0.3pt solid #d5d9e0;
  break-inside: avoid;
}
h3 { font-size: 9.5pt; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
h3 code {
  display: block;
  margin-top: 0.6mm;
  font: 8.5pt 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace;
  color: #1d5fbf;
}
ul, ol { margin: 0; padding: 0; }
ul { list-style: none; }
ol { padding-left: 5mm; }
li + li { margin-top: 1.2mm; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
p + p, img + p, p + img { margin-top: 1mm; }
.file { color: #6b7280; }
img { display: block; max-width: 70mm; max-height: 35mm; }
`;
