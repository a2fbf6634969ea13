import { describe, expect, test } from 'vitest';
import {
  hintWords,
  type NoticeContext,
  noticeWords,
  outcomeWords,
} from '../../../src/renderer/palette/notice-words.ts';
import type { Hint } from '../../../src/renderer/palette/palette-state.ts';
import { locales } from '../../../src/shared/i18n/locale.ts';
import { translator } from '../../../src/shared/i18n/translate.ts';
import type { CopyOnlyReason, InsertOutcome, RefusedReason } from '../../../src/shared/insert.ts';
import type { PaletteNotice } from '../../../src/shared/ipc.ts';

const copyReasons: Record<CopyOnlyReason, true> = {
  asked: true,
  'no-permission': true,
  'elevated-target': true,
  wayland: true,
  'no-target': true,
  'target-gone': true,
  'focus-refused': true,
  'focus-lost': true,
  'paste-rule': true,
  'keys-failed': true,
};

const refusedReasons: Record<RefusedReason, true> = {
  'not-found': true,
  changed: true,
  expired: true,
  'not-yet-valid': true,
  'unfilled-fields': true,
  'unknown-placeholder': true,
  'hidden-characters': true,
  'blocked-words': true,
  empty: true,
  'media-missing': true,
  'sending-not-allowed': true,
  busy: true,
};

const outcomes: InsertOutcome[] = [
  ...(['restored', 'kept-newer', 'not-restorable'] as const).flatMap((clipboard): InsertOutcome[] => [
    { kind: 'pasted', sent: true, clipboard },
    { kind: 'pasted', sent: false, clipboard },
  ]),
  ...Object.keys(copyReasons).map(
    (reason): InsertOutcome => ({ kind: 'copied', reason: reason as CopyOnlyReason, partsPasted: 0 }),
  ),
  ...Object.keys(refusedReasons).map(
    (reason): InsertOutcome => ({ kind: 'refused', reason: reason as RefusedReason, names: ['N1'] }),
  ),
  { kind: 'cancelled' },
];

const notices: PaletteNotice[] = [
  { kind: 'hotkey-taken', hotkey: 'Ctrl+1', using: null },
  { kind: 'hotkey-taken', hotkey: 'Ctrl+1', using: 'Ctrl+2' },
  { kind: 'database-restored', backupDate: null, keptAside: '/kept' },
  { kind: 'database-restored', backupDate: '2026-01-01T00:00:00.000Z', keptAside: '/kept' },
  { kind: 'database-lost', backupDate: '2026-01-01T00:00:00.000Z' },
  { kind: 'database-newer' },
  { kind: 'quirks-invalid', path: '/rules.json', detail: '[0]' },
  { kind: 'settings-invalid', keys: ['theme'] },
  { kind: 'starter-failed', detail: 'why' },
];

const hints: Hint[] = [
  { kind: 'fill-fields', names: ['N1'] },
  { kind: 'unknown-placeholder', names: ['N1'] },
  { kind: 'results-changed' },
  { kind: 'expired', title: 'T1', successor: 'S1' },
  { kind: 'expired-no-successor', title: 'T1' },
  { kind: 'not-yet-valid', from: null },
  { kind: 'not-yet-valid', from: '2026-01-01T00:00:00.000Z' },
  { kind: 'appended' },
  { kind: 'saved' },
  { kind: 'draft-restored' },
  { kind: 'failed' },
];

describe.each(locales)('notices in %s', (locale) => {
  const context: NoticeContext = {
    t: translator(locale),
    date: () => 'D1',
    hotkey: (accelerator) => accelerator,
    editKey: 'Ctrl+E',
  };

  test('every outcome has words of its own, with nothing left to fill', () => {
    const all = outcomes.map((outcome) => {
      const { text, detail } = outcomeWords(outcome, context);
      return `${text} ${detail}`;
    });
    expect(new Set(all).size).toBe(outcomes.length);
    for (const words of all) expect(words).not.toMatch(/\{\w+\}/);
  });

  test('every notice and hint has words of its own, with nothing left to fill', () => {
    const all = [
      ...notices.map((notice) => noticeWords(notice, context).text),
      ...hints.map((hint) => hintWords(hint, { ...context, editing: false }).text),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const words of all) expect(words).not.toMatch(/\{\w+\}/);
  });

  test('names, dates and paths are said', () => {
    const unfilled: InsertOutcome = { kind: 'refused', reason: 'unfilled-fields', names: ['N1', 'N2'] };
    expect(outcomeWords(unfilled, context).text).toMatch(/N1.+N2/);
    const restored = noticeWords(notices[3] as PaletteNotice, context).text;
    expect(restored).toContain('D1');
    expect(restored).toContain('/kept');
  });

  test('a paste that stopped half way says how far it came', () => {
    const outcome: InsertOutcome = { kind: 'copied', reason: 'focus-lost', partsPasted: 2 };
    expect(outcomeWords(outcome, context).detail).toContain('2');
  });
});
