import { expect, test } from 'vitest';
import { defaultQuirk, parseUserQuirks, quirkFor } from '../../../../src/main/platform/paste/app-quirks.ts';
import { builtInQuirks } from '../../../../src/main/platform/paste/built-in-quirks.ts';

test('an app that no row names gets the default', () => {
  expect(quirkFor('mousepad', [])).toEqual(defaultQuirk);
});

test.each([
  ['gnome-terminal-server', 'Ctrl+Shift+V'],
  ['konsole', 'Ctrl+Shift+V'],
  ['WindowsTerminal.exe', 'Ctrl+Shift+V'],
  ['putty.exe', 'Shift+Insert'],
  ['kitty.exe', 'Shift+Insert'],
  ['kitty', 'Ctrl+Shift+V'],
  ['wechat.exe', 'Mod+V'],
])('%s is pasted into with %s', (app, chord) => {
  expect(quirkFor(app, []).chord).toBe(chord);
});

test('xterm has no key for the clipboard, so text is typed there', () => {
  expect(quirkFor('xterm', []).mode).toBe('type');
});

test.each(['keepassxc', '1password.exe', 'lockapp.exe'])('nothing is ever pasted into %s', (app) => {
  expect(quirkFor(app, []).mode).toBe('copy-only');
});

test('no built-in rule allows sending', () => {
  expect(defaultQuirk.allowSend).toBe(false);
  expect(builtInQuirks.filter((row) => row.allowSend)).toEqual([]);
});

test("the user's row comes over the built-in one and leaves the rest of it as it is", () => {
  const rows = [{ apps: ['wechat*'], allowSend: true }];
  expect(quirkFor('wechat.exe', rows)).toEqual({ ...quirkFor('wechat.exe', []), allowSend: true });
});

test('the first of the rows that name an app counts', () => {
  const rows = [
    { apps: ['a*'], gapMs: 1 },
    { apps: ['abc'], gapMs: 2 },
  ];
  expect(quirkFor('abc', rows).gapMs).toBe(1);
});

test.each([
  ['chrome*', 'chrome.exe', true],
  ['*chrome*', 'google-chrome-beta', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'acb', false],
  ['ab*ba', 'aba', false],
  ['a.c', 'abc', false],
  ['*', 'anything', true],
  ['WeChat.EXE', 'wechat.exe', true],
])('the pattern %s on the app %s: %s', (pattern, app, matches) => {
  expect(quirkFor(app, [{ apps: [pattern], gapMs: 9_999 }]).gapMs === 9_999).toBe(matches);
});

test('a file of rules is read, with a byte order mark as editors leave it', () => {
  const text =
    '\uFEFF{"rules": [{"apps": ["wechat.exe"], "gapMs": 300, "allowSend": true, "reason": "slow"}]}';
  expect(parseUserQuirks(text)).toEqual({
    ok: true,
    value: [{ apps: ['wechat.exe'], gapMs: 300, allowSend: true, reason: 'slow' }],
  });
});

test('an empty file means no rules', () => {
  expect(parseUserQuirks(' \n')).toEqual({ ok: true, value: [] });
});

test.each([
  ['{"rules": [', '', /JSON/],
  ['[]', '', /object/],
  ['{"rules": [{"apps": []}]}', 'rules.0.apps', /./],
  ['{"rules": [{"apps": ["a"], "chord": "Ctrl+B"}]}', 'rules.0.chord', /Shift\+Insert/],
  ['{"rules": [{"apps": ["a"]}, {"apps": ["b"], "gapMs": -1}]}', 'rules.1.gapMs', /0/],
  ['{"rules": [{"apps": ["a"], "allow_send": true}]}', 'rules.0', /allow_send/],
])('%s is refused and the place is named', (text, path, detail) => {
  const parsed = parseUserQuirks(text);
  expect(parsed.ok).toBe(false);
  expect(!parsed.ok && parsed.error).toMatchObject({ path, detail: expect.stringMatching(detail) });
});
