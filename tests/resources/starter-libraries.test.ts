import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Converter } from 'opencc-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { captionsZhCn } from '../../scripts/starter-pictures/captions-zh-cn.ts';
import { captionsZhTw } from '../../scripts/starter-pictures/captions-zh-tw.ts';

const starterFolder = path.resolve(import.meta.dirname, '../../resources/starter');
const locales = ['zh-CN', 'zh-TW', 'en'] as const;

const partSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().trim().min(1) }),
  z.strictObject({
    type: z.literal('image'),
    file: z.string().regex(/^images\/[a-z0-9-]+\.png$/),
    alt: z.string().trim().min(5),
  }),
]);

const replySchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  category: z.string(),
  title: z.string().trim().min(2).max(40),
  shortcode: z.string().regex(/^[a-z0-9-]{1,12}$/),
  tags: z.array(z.string().trim().min(1)),
  note: z.string().trim().min(1).optional(),
  favourite: z.boolean().optional(),
  role: z.literal('holding').optional(),
  variants: z.array(z.array(partSchema).min(1)).min(1).max(6),
  next: z.array(z.string()).min(1).optional(),
});

const librarySchema = z.strictObject({
  format: z.literal(1),
  locale: z.enum(locales),
  name: z.string().trim().min(1),
  categories: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z0-9-]+$/),
      parent: z.string().optional(),
      name: z.string().trim().min(1),
      color: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .optional(),
    }),
  ),
  replies: z.array(replySchema),
});

type Library = z.infer<typeof librarySchema>;
type Reply = Library['replies'][number];

function readLibrary(locale: string): Library {
  const file = path.join(starterFolder, locale, 'library.json');
  return librarySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function partsOf(reply: Reply) {
  return reply.variants.flat();
}

/** What the customer would read, one string per variant. */
function bodiesOf(reply: Reply): string[] {
  return reply.variants.map((parts) =>
    parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n'),
  );
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Everything written in a library, for checks on its script. */
function allText(library: Library): string {
  const replies = library.replies.flatMap((reply) => [
    reply.title,
    reply.note ?? '',
    ...reply.tags,
    ...partsOf(reply).map((part) => (part.type === 'text' ? part.text : part.alt)),
  ]);
  return [library.name, ...library.categories.map((category) => category.name), ...replies].join('\n');
}

const apologies = {
  'zh-CN': /抱歉|对不起|不好意思|道歉|致歉|惭愧|见谅/,
  'zh-TW': /抱歉|對不起|不好意思|道歉|致歉|見諒/,
  en: /\b(sorry|apologi[sz]e|apolog(y|ies))\b/i,
};

const contradictions = {
  'zh-CN': /但|可是|不过|然而/,
  'zh-TW': /但|可是|不過|然而/,
  en: /\b(but|however)\b/i,
};

const bluntRefusals = {
  'zh-CN':
    /这个不行|规定就是|没办法|没有办法|不归我|跟我们没关系|与我们无关|自己看|你自己|爱买不买|不可能|必须|我也不知道|说了多少/,
  'zh-TW':
    /這個不行|規定就是|沒辦法|沒有辦法|不歸我|跟我們沒關係|與我們無關|自己看|你自己|不可能|必須|我也不知道|說了多少/,
  en: /\b(that's (just )?(the|our) (rule|policy)|(against|per) (our )?policy|not possible|impossible|nothing (I|we) can do|not (my|our) problem|you must|you have to|calm down|no way)\b/i,
};

/** A well-formed placeholder: one of the known names with its arguments, or a field named by letters, digits and spaces. */
const placeholder =
  /^(greeting|time|clipboard|cursor|date([+-]\d{1,3}d)?|agent\.(name|number|shop)|choice:[^|{}]+(\|[^|{}]+)+|[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,39})$/u;

function malformedPlaceholders(text: string): string[] {
  const wrong: string[] = [];
  const rest = text.replace(/\{\{([^{}]*)\}\}/g, (whole, inner: string) => {
    if (!placeholder.test(inner)) wrong.push(whole);
    return '';
  });
  return /[{}]/.test(rest) ? [...wrong, rest] : wrong;
}

describe.each(locales)('the %s starter library', (locale) => {
  const library = readLibrary(locale);
  const { categories, replies } = library;
  const keys = new Set(replies.map((reply) => reply.key));

  it('names the locale of its folder', () => {
    expect(library.locale).toBe(locale);
  });

  it('has at least 150 replies, 12 of them with a picture', () => {
    const withPicture = replies.filter((reply) => partsOf(reply).some((part) => part.type === 'image'));

    expect(replies.length).toBeGreaterThanOrEqual(150);
    expect(withPicture.length).toBeGreaterThanOrEqual(12);
  });

  it('uses every key, shortcode and title once', () => {
    expect(repeated(replies.map((reply) => reply.key))).toEqual([]);
    expect(repeated(replies.map((reply) => reply.shortcode))).toEqual([]);
    expect(repeated(replies.map((reply) => reply.title))).toEqual([]);
    expect(repeated(categories.map((category) => category.key))).toEqual([]);
  });

  it('says nothing twice', () => {
    expect(repeated(replies.flatMap(bodiesOf))).toEqual([]);
  });

  it('lists parents before their children and files every reply under a category it has', () => {
    const seen = new Set<string>();
    for (const category of categories) {
      if (category.parent !== undefined) expect(seen).toContain(category.parent);
      seen.add(category.key);
    }
    expect(replies.filter((reply) => !seen.has(reply.category)).map((reply) => reply.key)).toEqual([]);
  });

  it('leaves no category without replies', () => {
    const filled = new Set(replies.map((reply) => reply.category));
    const parents = new Set(categories.map((category) => category.parent));
    const empty = categories.filter((category) => !filled.has(category.key) && !parents.has(category.key));

    expect(empty.map((category) => category.key)).toEqual([]);
  });

  it('links next steps to other replies that exist', () => {
    const dangling = replies.filter((reply) =>
      reply.next?.some((next) => next === reply.key || !keys.has(next)),
    );

    expect(dangling.map((reply) => reply.key)).toEqual([]);
  });

  it('has one holding reply with four to six variants, and one to four variants elsewhere', () => {
    const holding = replies.filter((reply) => reply.role === 'holding');
    const others = replies.filter((reply) => reply.role !== 'holding' && reply.variants.length > 4);

    expect(holding).toHaveLength(1);
    expect(holding[0]?.variants.length).toBeGreaterThanOrEqual(4);
    expect(others.map((reply) => reply.key)).toEqual([]);
  });

  it('holds nothing to fill or choose in the holding reply, which is pasted without a window', () => {
    const holding = replies.find((reply) => reply.role === 'holding');

    expect(holding && bodiesOf(holding).join('\n')).not.toMatch(/\{\{/);
  });

  it('marks a handful of favourites', () => {
    const favourites = replies.filter((reply) => reply.favourite);

    expect(favourites.length).toBeGreaterThanOrEqual(6);
    expect(favourites.length).toBeLessThanOrEqual(12);
  });

  it('writes every placeholder well-formed', () => {
    expect(replies.flatMap((reply) => bodiesOf(reply).flatMap(malformedPlaceholders))).toEqual([]);
  });

  it('asks the agent to fill fields in at most a third of the replies', () => {
    const builtIn = /^(greeting|time|clipboard|cursor|date|agent\.|choice:)/;
    const asking = replies.filter((reply) =>
      [
        ...bodiesOf(reply)
          .join('\n')
          .matchAll(/\{\{([^{}]*)\}\}/g),
      ].some(([, name]) => !builtIn.test(name ?? '')),
    );

    expect(asking.length / replies.length).toBeLessThan(1 / 3);
  });

  it('never contradicts an apology', () => {
    const wrong = replies.filter((reply) =>
      bodiesOf(reply).some((body) => apologies[locale].test(body) && contradictions[locale].test(body)),
    );

    expect(wrong.map((reply) => reply.key)).toEqual([]);
  });

  it('never refuses bluntly', () => {
    const wrong = replies.filter((reply) => bodiesOf(reply).some((body) => bluntRefusals[locale].test(body)));

    expect(wrong.map((reply) => reply.key)).toEqual([]);
  });

  it('shows pictures that are sharp, small and none left over', () => {
    const folder = path.join(starterFolder, locale);
    const used = new Set(
      replies.flatMap(partsOf).flatMap((part) => (part.type === 'image' ? [part.file] : [])),
    );

    for (const file of used) {
      const full = path.join(folder, file);
      expect(existsSync(full), file).toBe(true);
      const { width, height } = PNG.sync.read(readFileSync(full));
      expect(width, file).toBeGreaterThanOrEqual(720);
      expect(width, file).toBeLessThanOrEqual(900);
      expect(height, file).toBeGreaterThanOrEqual(400);
      expect(height, file).toBeLessThanOrEqual(1000);
      expect(statSync(full).size, file).toBeLessThan(80 * 1024);
    }
    expect(
      readdirSync(path.join(folder, 'images'))
        .map((name) => `images/${name}`)
        .sort(),
    ).toEqual([...used].sort());
  });
});

describe('the script of the Chinese starter libraries', () => {
  /** The Han characters that `convert` turns into others, except those in `allowed`, which both scripts write. */
  function changedCharacters(text: string, convert: (text: string) => string, allowed: string): string[] {
    const characters = new Set(text.match(/\p{Script=Han}/gu) ?? []);
    return [...characters].filter(
      (character) => !allowed.includes(character) && convert(character) !== character,
    );
  }

  it('is simplified throughout in zh-CN', () => {
    const toSimplified = Converter({ from: 'tw', to: 'cn' });
    const text = allText(readLibrary('zh-CN')) + JSON.stringify(captionsZhCn);

    expect(changedCharacters(text, toSimplified, '么')).toEqual([]);
  });

  it('is traditional throughout in zh-TW', () => {
    const toTraditional = Converter({ from: 'cn', to: 'tw' });
    const text = allText(readLibrary('zh-TW')) + JSON.stringify(captionsZhTw);

    expect(changedCharacters(text, toTraditional, '台划')).toEqual([]);
  });
});

describe('the three starter libraries together', () => {
  it('differ in more than script: no zh-TW reply is a zh-CN reply converted', () => {
    const toSimplified = Converter({ from: 'tw', to: 'cn' });
    const mainland = new Set(readLibrary('zh-CN').replies.flatMap(bodiesOf));
    const copied = readLibrary('zh-TW')
      .replies.flatMap(bodiesOf)
      .filter((body) => mainland.has(toSimplified(body)));

    expect(copied).toEqual([]);
  });
});
