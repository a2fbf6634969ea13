import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintDraft } from '../../../../src/shared/domain/lint/lint-draft.ts';
import { lintPolicy } from '../../../../src/shared/domain/lint/lint-policy.ts';
import { locales } from '../../../../src/shared/i18n/locale.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

type Starter = { replies: { title: string; variants: { type: string; text?: string }[][] }[] };

const folder = join(import.meta.dirname, '../../../../resources/starter');

test.each(locales)('no reply of the starter library in %s is kept from being saved', (locale) => {
  const starter: Starter = JSON.parse(readFileSync(join(folder, locale, 'library.json'), 'utf8'));
  const policy = lintPolicy(defaultSettings(), locale);
  const blocked = starter.replies.filter(({ title, variants }) => {
    const texts = variants.map((parts) =>
      parts.flatMap(({ text }) => (text === undefined ? [] : [{ kind: 'text' as const, text }])),
    );
    return lintDraft({ title, variants: texts }, policy).some(({ severity }) => severity === 'block');
  });
  expect(blocked.map(({ title }) => title)).toEqual([]);
});
