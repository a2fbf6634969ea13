import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPasteRules } from '../../src/main/paste-rules.ts';
import { parseUserQuirks, quirkFor } from '../../src/main/platform/paste/app-quirks.ts';
import { testFolder } from './storage/open-test-database.ts';

const now = () => new Date('2026-03-01T08:00:00.000Z');

test('saved rules apply at once and are read again from the file', () => {
  const path = join(testFolder(), 'paste-rules.json');
  const rules = createPasteRules(path, [], null, now);
  const saved = rules.save([{ apps: ['wechat.exe'], gapMs: 400, allowSend: true, reason: '慢' }]);
  expect(saved).toMatchObject({ ok: true, value: { rules: [{ apps: ['wechat.exe'] }] } });
  expect(quirkFor('WeChat.exe', rules.rows())).toMatchObject({ gapMs: 400, allowSend: true });
  expect(parseUserQuirks(readFileSync(path, 'utf8'))).toEqual({ ok: true, value: rules.view().rules });
});

test('the built-in rules are shown without what is meant for readers of the code', () => {
  const { builtIn } = createPasteRules(join(testFolder(), 'rules.json'), [], null, now).view();
  expect(builtIn.length).toBeGreaterThan(3);
  expect(builtIn.some((rule) => 'reason' in rule)).toBe(false);
});

test('a file that could not be used is kept aside when a rule is saved, and named', () => {
  const folder = testFolder();
  const path = join(folder, 'paste-rules.json');
  writeFileSync(path, '{"rules": [');
  const rules = createPasteRules(path, [], { path, detail: 'unexpected end' }, now);
  expect(rules.view().broken).toEqual({ path, detail: 'unexpected end' });
  const saved = rules.save([{ apps: ['qq.exe'] }]);
  const aside = join(folder, 'paste-rules-2026-03-01T08-00-00-000Z.json');
  expect(saved).toMatchObject({ ok: true, value: { broken: null, keptAside: aside } });
  expect(readFileSync(aside, 'utf8')).toBe('{"rules": [');
  expect(readdirSync(folder)).toHaveLength(2);
});

test('rules that cannot be written leave the old ones in force', () => {
  const path = join(testFolder(), 'paste-rules.json');
  mkdirSync(path);
  const old = [{ apps: ['qq.exe'], gapMs: 500 }];
  const rules = createPasteRules(path, old, null, now);
  expect(rules.save([])).toMatchObject({ ok: false, error: { kind: 'storage', path } });
  expect(rules.rows()).toEqual(old);
  expect(existsSync(`${path}.part`)).toBe(false);
});

test('what was written into the file by hand since the start is kept aside, not overwritten', () => {
  const folder = testFolder();
  const path = join(folder, 'paste-rules.json');
  const rules = createPasteRules(path, [], null, now);
  rules.save([{ apps: ['qq.exe'] }]);
  expect(readdirSync(folder)).toEqual(['paste-rules.json']);
  for (const byHand of ['{"rules": [{"apps": ["wechat.exe"], "gapMs": 300}]}', '{"rules": [']) {
    writeFileSync(path, byHand);
    const saved = rules.save([{ apps: ['qq.exe'], gapMs: 200 }]);
    if (!saved.ok) throw new Error(saved.error.kind);
    expect(readFileSync(saved.value.keptAside ?? '', 'utf8')).toBe(byHand);
  }
  expect(rules.save([])).toMatchObject({ ok: true });
  expect(parseUserQuirks(readFileSync(path, 'utf8'))).toEqual({ ok: true, value: [] });
});

test('a broken file that somebody has removed meanwhile is no hindrance', () => {
  const path = join(testFolder(), 'paste-rules.json');
  const rules = createPasteRules(path, [], { path, detail: 'unexpected end' }, now);
  expect(rules.save([{ apps: ['qq.exe'] }])).toMatchObject({
    ok: true,
    value: { broken: null, keptAside: null },
  });
});
