import { cutText } from './cut-text.ts';

/** What the storage takes at most: characters of a tag, and tags of a reply. */
const maxTagLength = 60;
export const maxTags = 50;

/** Tags as they are stored: in one line, without the sign that searches put before them, each once, within the limits. */
export function cleanTags(tags: readonly string[]): string[] {
  const named = tags.map((tag) =>
    tag
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[#＃]+/, '')
      .trimStart(),
  );
  const clean = named.map((tag) => cutText(tag, maxTagLength));
  return [...new Set(clean)].filter((tag) => tag !== '').slice(0, maxTags);
}
