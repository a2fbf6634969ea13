/**
 * Writes the files that the importers are tested with: `node scripts/make-import-fixtures.ts`. Their structure is that of the tools'
 * exports, their content is made up; the results are committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { binaryFixtures } from './import-fixtures/binary-fixtures.ts';
import { textFixtures } from './import-fixtures/text-fixtures.ts';

const folder = join(import.meta.dirname, '../tests/fixtures/import');
const texts = textFixtures();

for (const [path, content] of Object.entries({ ...texts, ...binaryFixtures(texts) })) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
