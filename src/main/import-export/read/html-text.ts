import { Parser } from 'htmlparser2';
import { DepthCounter, parseInSlices } from './html-depth.ts';

/** The text of an HTML body, and whether it showed pictures, which an export leaves behind on a server. */
export type HtmlText = { text: string; hasPictures: boolean };

/** Far more than any body may have: what is longer is refused for its length in any case. */
const longestHtml = 200_000;

const paragraphs = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'blockquote',
  'pre',
]);
const lines = new Set(['div', 'li', 'tr', 'section', 'article', 'header', 'footer', 'hr']);
const hiddenTags = new Set(['script', 'style', 'head', 'title', 'template']);

/** Whether a text holds a tag that is used for writing. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|img|table|blockquote|pre)\b[^<>]*>/i.test(text);
}

/** What the editors of shops and help desks write. */
const editorTags = new Set([
  ...[
    'p',
    'br',
    'div',
    'span',
    'a',
    'b',
    'i',
    'u',
    's',
    'em',
    'strong',
    'font',
    'ul',
    'ol',
    'li',
    'img',
    'hr',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'blockquote', 'pre'],
]);

/**
 * The text of a body that was copied from a web editor with its tags; null for any other. One tag that no editor writes, such as `<name>`, and
 * it is a text with signs of its own.
 */
export function withoutMarkup(text: string): HtmlText | null {
  if (!/<\/[a-z]|<br\b/i.test(text) || text.length > longestHtml) return null;
  const tags = [...text.matchAll(/<\/?([a-z][a-z0-9-]*)(?![a-z0-9-])[^<>]*>/gi)];
  const isMarkup = tags.some(([tag]) => /^<(\/|br\b)/i.test(tag));
  if (!isMarkup || !tags.every(([, name = '']) => editorTags.has(name.toLowerCase()))) return null;
  const breaks = text
    .replace(/(<(?:br|\/(?:p|div|li|ul|ol|tr|table|h[1-6]))\b[^<>]*>)[ \t]*\r?\n/gi, '$1')
    .replace(/\r?\n/g, '<br>');
  return htmlToText(breaks);
}

/**
 * Turns an HTML body into plain text: paragraphs are parted by an empty line, breaks, blocks and list items by a line break; a link is
 * written as `text (address)` unless its text is the address; a picture as its alternative text in brackets. What is nested
 * without end stays as it is.
 */
export function htmlToText(html: string): HtmlText {
  if (html.length > longestHtml) return { text: html, hasPictures: false };
  let text = '';
  let hasPictures = false;
  let hidden = 0;
  const links: { address: string; start: number }[] = [];
  const breakLine = (count: number) => {
    const found = /\n*$/.exec(text)?.[0].length ?? 0;
    if (text.trim() !== '') text = text.replace(/[ \t]+$/, '') + '\n'.repeat(Math.max(0, count - found));
  };
  const depth = new DepthCounter();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth.open();
        if (hiddenTags.has(name)) hidden += 1;
        if (name === 'br') text += '\n';
        else if (paragraphs.has(name)) breakLine(name === 'ul' || name === 'ol' ? 1 : 2);
        else if (lines.has(name)) breakLine(1);
        if (name === 'li') text += '- ';
        if ((name === 'td' || name === 'th') && !/(^|\n)$/.test(text)) text += ' ';
        if (name === 'a') links.push({ address: attributes.href ?? '', start: text.length });
        if (name === 'img') {
          hasPictures = true;
          const alt = (attributes.alt ?? '').trim();
          text += `[${alt || (attributes.src ?? '').slice(0, 300)}]`;
        }
      },
      ontext(data) {
        if (hidden > 0) return;
        const plain = data.replace(/[ \t\r\n]+/g, ' ');
        text += /(^|[\s])$/.test(text) ? plain.replace(/^ /, '') : plain;
      },
      onclosetag(name) {
        depth.close();
        if (hiddenTags.has(name)) hidden = Math.max(0, hidden - 1);
        if (name === 'a') text += linkAddress(text, links.pop());
        if (paragraphs.has(name)) breakLine(name === 'ul' || name === 'ol' ? 1 : 2);
        else if (lines.has(name)) breakLine(1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  if (!parseInSlices(parser, html, depth)) return { text: html, hasPictures: false };
  return {
    text: text
      .replace(/\u00a0/g, ' ')
      .replace(/[ \t]+\n/g, '\n')
      .trim(),
    hasPictures,
  };
}

function linkAddress(text: string, link: { address: string; start: number } | undefined): string {
  if (link === undefined || !/^(https?:|mailto:|tel:)/i.test(link.address)) return '';
  const shown = text.slice(link.start).trim();
  const bare = (address: string) => address.replace(/^(https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  return shown === '' || bare(shown) !== bare(link.address) ? ` (${link.address})` : '';
}
