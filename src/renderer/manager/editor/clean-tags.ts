import { cutText } from '../../../shared/domain/cut-text.ts';

/** What the storage takes at most: characters of a tag, and tags of a reply. */
const maxTagLength = 60;
export const maxTags = 50;

/** Without the sign that searches put before a tag; each once, as long as storage takes them. */
export function cleanTags(tags: readonly string[]): string[] {
  const clean = tags.map((tag) =>
    cutText(
      tag
        .trim()
        .replace(/^[#＃]+/, '')
        .trimStart(),
      maxTagLength,
    ),
  );
  return [...new Set(clean)].filter((tag) => tag !== '').slice(0, maxTags);
}
