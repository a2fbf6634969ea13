import { describe, expect, test } from 'vitest';
import type { LintNote } from '../../../src/shared/domain/lint/lint-note.ts';
import { type Driver, enter, escapeKey, openedWith, row, view } from './samples.ts';

const note = (severity: LintNote['severity'], match = 'word'): LintNote => ({
  ruleId: 'shop-word',
  severity,
  text: 0,
  range: [0, match.length],
  match,
  instead: '',
  inTitle: false,
  message: 'message',
  suggestion: 'suggestion',
});

const command = (kind: 'edit' | 'new-reply' | 'save-new-reply') =>
  ({ kind: 'command', command: { kind } }) as const;
const edited = (text: string) => ({ kind: 'edit-changed', index: 0, text }) as const;

/** Answers the newest question with these notes. */
function noted(palette: Driver, notes: LintNote[] | null): Driver {
  return palette.send({ kind: 'texts-checked', serial: palette.state().lint.asked, notes });
}

const checks = (palette: Driver) =>
  palette.effects.flatMap((effect) => (effect.kind === 'check-texts' ? [effect.texts] : []));
const created = (palette: Driver) =>
  palette.effects.flatMap((effect) => (effect.kind === 'create-reply' ? [effect.draft] : []));

describe('the text of one paste', () => {
  const editing = () =>
    openedWith([row('a')], view('a', { pieces: [{ kind: 'text', text: 'hello' }] })).send(command('edit'));

  test('is checked once it differs from the library, and no more when it does not', () => {
    const palette = editing();
    expect(checks(palette)).toEqual([]);
    palette.send(edited('hello!'));
    expect(checks(palette)).toEqual([['hello!']]);
    noted(palette, [note('warn')]);
    expect(palette.state().lint.notes).toHaveLength(1);
    palette.send(edited('hello'));
    expect(checks(palette)).toHaveLength(1);
    expect(palette.state().lint.notes).toEqual([]);
  });

  test('is never checked when it is pasted unchanged', () => {
    const palette = openedWith([row('a')]).send(enter);
    expect(palette.inserts()).toHaveLength(1);
    expect(checks(palette)).toEqual([]);
  });

  test('keeps its notes until the newest answer, and takes no older one', () => {
    const palette = noted(editing().send(edited('one')), [note('warn', 'one')]);
    palette.send(edited('two'));
    const older = palette.state().lint.asked;
    palette.send(edited('three'));
    expect(palette.state().lint.notes).toMatchObject([{ match: 'one' }]);
    palette.send({ kind: 'texts-checked', serial: older, notes: [note('warn', 'two')] });
    expect(palette.state().lint.notes).toMatchObject([{ match: 'one' }]);
    noted(palette, []);
    expect(palette.state().lint.notes).toEqual([]);
  });

  test('is not pasted with a forbidden word, and is once that is gone', () => {
    const palette = noted(editing().send(edited('bad word')), [note('block', 'bad')]);
    palette.send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state()).toMatchObject({ mode: 'edit', hint: { kind: 'blocked-words', names: ['bad'] } });
    noted(palette.send(edited('word')), []).send(enter);
    expect(palette.inserts()).toMatchObject([{ editedTexts: ['word'] }]);
  });

  test('is pasted with anything less than a forbidden word', () => {
    const palette = noted(editing().send(edited('but')), [note('warn'), note('info')]).send(enter);
    expect(palette.inserts()).toHaveLength(1);
  });

  test('is pasted when the check failed: main looks again', () => {
    const palette = noted(editing().send(edited('x')), null).send(enter);
    expect(palette.inserts()).toHaveLength(1);
  });

  test('leaves no notes behind when its editing ends', () => {
    const palette = noted(editing().send(edited('bad')), [note('block', 'bad')]).send(escapeKey);
    palette
      .found([row('a')])
      .viewed(view('a'))
      .send(enter);
    expect(palette.inserts()).toMatchObject([{ editedTexts: null }]);
    palette.send({ kind: 'closed' });
    expect(palette.state().lint.notes).toEqual([]);
  });
});

describe('a new reply', () => {
  const written = () =>
    openedWith([row('a')])
      .send(command('new-reply'))
      .send({ kind: 'draft-changed', change: { title: 'Title', text: 'Text' } });

  test('is checked before it is saved, and saved when there is nothing to say', () => {
    const palette = written().send(command('save-new-reply'));
    expect(palette.effects.at(-1)).toMatchObject({ kind: 'check-texts', title: 'Title', texts: ['Text'] });
    expect(created(palette)).toEqual([]);
    noted(palette, [note('info')]);
    expect(created(palette)).toMatchObject([{ text: 'Text' }]);
  });

  test('shows warnings once; saving again keeps it as it is', () => {
    const palette = noted(written().send(command('save-new-reply')), [note('warn')]);
    expect(palette.state()).toMatchObject({
      mode: 'new',
      newReply: { saving: false },
      hint: { kind: 'look-at-notes' },
      lint: { notes: [{ severity: 'warn' }] },
    });
    expect(created(palette)).toEqual([]);
    palette.send(command('save-new-reply'));
    expect(created(palette)).toMatchObject([{ text: 'Text' }]);
    expect(checks(palette)).toHaveLength(1);
  });

  test('is checked again when its words were changed after a warning', () => {
    const palette = noted(written().send(command('save-new-reply')), [note('warn')]);
    palette.send({ kind: 'draft-changed', change: { text: 'Better' } });
    expect(palette.state()).toMatchObject({ hint: null, lint: { notes: [] } });
    palette.send(command('save-new-reply'));
    expect(checks(palette)).toEqual([['Text'], ['Better']]);
    noted(palette, []);
    expect(created(palette)).toMatchObject([{ text: 'Better' }]);
  });

  test('is not saved with a forbidden word, however often it is tried', () => {
    const palette = written();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      noted(palette.send(command('save-new-reply')), [note('block', 'bad')]);
      expect(palette.state().hint).toEqual({ kind: 'blocked-words', names: ['bad'] });
    }
    expect(created(palette)).toEqual([]);
  });

  test('is saved when the check failed', () => {
    const palette = noted(written().send(command('save-new-reply')), null);
    expect(created(palette)).toHaveLength(1);
  });

  test('that was typed on while it was checked is checked as it is now', () => {
    const palette = written().send(command('save-new-reply'));
    palette.send({ kind: 'draft-changed', change: { text: 'Text and more' } });
    noted(palette, []);
    expect(created(palette)).toEqual([]);
    noted(palette, []);
    expect(created(palette)).toMatchObject([{ text: 'Text and more' }]);
  });
});
