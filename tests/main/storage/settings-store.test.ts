import { expect, test } from 'vitest';
import { readSettings, writeSetting } from '../../../src/main/storage/settings-store.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { openTestDatabase } from './open-test-database.ts';

test('without rows every setting has its default', () => {
  const { db } = openTestDatabase();
  expect(readSettings(db)).toEqual({ settings: defaultSettings(), ignored: [] });
});

test('a stored setting comes back, the others keep their defaults', () => {
  const { db } = openTestDatabase();
  expect(writeSetting(db, 'language', 'zh-TW')).toBe(true);
  expect(writeSetting(db, 'profile.name', '小林')).toBe(true);
  expect(readSettings(db).settings).toEqual({
    ...defaultSettings(),
    language: 'zh-TW',
    'profile.name': '小林',
  });
});

test.each([
  ['language', 'klingon'],
  ['paste.restoreDelayMs', 5],
  ['autostart', undefined],
] as const)('%s does not take %o', (key, value) => {
  const { db } = openTestDatabase();
  expect(writeSetting(db, key, value)).toBe(false);
  expect(readSettings(db)).toEqual({ settings: defaultSettings(), ignored: [] });
});

test('an unknown setting or a broken value is named, left in the file and does no harm', () => {
  const { db } = openTestDatabase();
  const put = db.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
  put.run('theme', '"neon"');
  put.run('autostart', 'not json');
  put.run('from.the.future', '1');
  put.run('toString', '1');
  expect(readSettings(db)).toEqual({
    settings: defaultSettings(),
    ignored: ['autostart', 'from.the.future', 'theme', 'toString'],
  });
  expect(db.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(4);
});
