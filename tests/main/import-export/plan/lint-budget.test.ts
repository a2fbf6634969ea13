import { expect, test } from 'vitest';
import { planImport } from '../../../../src/main/import-export/plan/plan-import.ts';
import { previewOf } from '../../../../src/main/import-export/plan/preview.ts';
import { finishReply } from '../../../../src/main/import-export/read/finish-reply.ts';
import type { Reading } from '../../../../src/main/import-export/read/imported.ts';
import { lintPolicy } from '../../../../src/shared/domain/lint/lint-policy.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { openTestDatabase } from '../../storage/open-test-database.ts';

test('rows that the preview had no time to check are counted as such, but for those that are left out', () => {
  const { db, libraryId } = openTestDatabase();
  const texts = ['这个不行', '好的', ''];
  const reading: Reading = {
    layout: 'table',
    encoding: null,
    table: null,
    replies: texts.map((text, index) =>
      finishReply({ line: index + 1, from: 'a.csv', variants: [[{ kind: 'text', text }]] }),
    ),
  };
  const choice = { libraryId, parentCategoryId: null, onConflict: 'update', mapping: null } as const;
  const plan = (budget?: number) => {
    const done = planImport(db, reading, choice, lintPolicy(defaultSettings()), new Date(), () => {}, budget);
    return previewOf(reading, done);
  };
  expect(plan()).toMatchObject({ lintFindings: 1, lintUnchecked: 0 });
  expect(plan(-1)).toMatchObject({ lintFindings: 0, lintUnchecked: 2 });
});
