import { describe, expect, test } from 'vitest';
import type { PaletteEvent } from '../../../src/renderer/palette/palette-update.ts';
import { driver, earlyKey, enter, openedWith, opening, row, typed, view } from './samples.ts';

const rows = [row('a'), row('b'), row('c')];
const leaveField = (name: string): PaletteEvent => ({
  kind: 'command',
  command: { kind: 'leave-field', name },
});
const pick = (offset: number): PaletteEvent => ({ kind: 'command', command: { kind: 'pick', offset } });
const fill = (name: string, value: string): PaletteEvent => ({ kind: 'field-changed', name, value });

describe('Enter', () => {
  test('inserts the reply on screen with its revision', () => {
    const palette = openedWith(rows, view('a', { revision: 4 })).send(enter);
    expect(palette.inserts()).toMatchObject([{ replyId: 'a', revision: 4, action: 'paste' }]);
  });

  test('twice inserts once', () => {
    expect(openedWith(rows).send(enter, enter).inserts()).toHaveLength(1);
  });

  test('and then a double click insert once', () => {
    const palette = openedWith(rows).send(enter, { kind: 'row-chosen', index: 0, insert: true });
    expect(palette.inserts()).toHaveLength(1);
  });

  test('does nothing while an input method composes', () => {
    const palette = openedWith(rows).send(typed('tui', true)).found(rows).send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.send(typed('退')).found(rows).inserts()).toEqual([]);
  });

  test('waits for the preview of the selected reply', () => {
    const palette = driver().send({ kind: 'opened', opening: opening(rows) }, enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.viewed(view('a')).inserts()).toMatchObject([{ replyId: 'a' }]);
  });

  test('pressed over a text that has just been changed elsewhere does not insert the new one unread', () => {
    const palette = openedWith(rows, view('a', { revision: 1 }));
    palette.send({ kind: 'library-changed' }, enter).found(rows);
    palette.viewed(view('a', { revision: 2 }));
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toEqual({ kind: 'results-changed' });
    expect(palette.send(enter).inserts()).toMatchObject([{ replyId: 'a', revision: 2 }]);
  });

  test('pressed while a change elsewhere is looked at inserts a reply that it left as it was', () => {
    const palette = openedWith(rows, view('a')).send({ kind: 'library-changed' }, enter).found(rows);
    expect(palette.viewed(view('a')).inserts()).toMatchObject([{ replyId: 'a', revision: 1 }]);
  });

  test('never inserts the reply that is still shown while another is selected', () => {
    const down: PaletteEvent = { kind: 'command', command: { kind: 'move', by: 1 } };
    const palette = openedWith(rows).send(down, enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.viewed(view('b')).inserts()).toMatchObject([{ replyId: 'b' }]);
  });

  test('drops a late view of a reply that is no longer selected', () => {
    const palette = driver().send({ kind: 'opened', opening: opening(rows) });
    const late = palette.state().viewAsked;
    palette.send({ kind: 'command', command: { kind: 'move', by: 1 } }, enter);
    palette.send({ kind: 'view-arrived', serial: late, view: view('a') });
    expect(palette.inserts()).toEqual([]);
  });

  test('waits for the results of what was typed, and inserts when the selected reply is still the same', () => {
    const palette = openedWith(rows).send(typed('x'), enter);
    expect(palette.inserts()).toEqual([]);
    palette.found([row('a'), row('c')]);
    expect(palette.inserts()).toMatchObject([{ replyId: 'a' }]);
  });

  test('shows the fresh results and asks again when another reply would be inserted', () => {
    const palette = openedWith(rows)
      .send(typed('x'), enter)
      .found([row('c'), row('a')])
      .viewed(view('c'));
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toEqual({ kind: 'results-changed' });
    expect(palette.send(enter).inserts()).toMatchObject([{ replyId: 'c' }]);
  });

  test('after letters that came before the opening did searches for them and asks to look', () => {
    const palette = driver().send(earlyKey(1_300), typed('t'), earlyKey(1_310), typed('th'));
    palette.send({ kind: 'opened', opening: opening(rows) });
    expect(palette.state().text).toBe('th');
    expect(palette.effects.at(-1)).toMatchObject({ kind: 'search', query: 'th' });
    palette
      .viewed(view('a'))
      .send(enter)
      .found([row('c')])
      .viewed(view('c'));
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toEqual({ kind: 'results-changed' });
    expect(palette.send(enter).inserts()).toMatchObject([{ replyId: 'c' }]);
  });

  test.each<[string, PaletteEvent]>([
    ['Enter', enter],
    ['a digit', { kind: 'command', command: { kind: 'pick', offset: 0 } }],
  ])('after a key that was lost before the opening came asks to look, for %s', (_, key) => {
    const palette = driver().send(earlyKey(1_300), { kind: 'opened', opening: opening(rows) });
    palette.viewed(view('a')).send(typed('h')).found(rows).send(key);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toEqual({ kind: 'results-changed' });
    expect(palette.send(key).inserts()).toMatchObject([{ replyId: 'a' }]);
  });

  test('asks to look where letters of two openings have run together', () => {
    const palette = driver().send(earlyKey(900), typed('x'), earlyKey(1_300), typed('xt'));
    palette.send({ kind: 'opened', opening: opening(rows) }).viewed(view('a'));
    expect(palette.state().text).toBe('');
    expect(palette.send(enter).inserts()).toEqual([]);
  });

  test('asks to look after an opening that came over one that had not been closed', () => {
    const palette = openedWith(rows).send(typed('x'), { kind: 'opened', opening: opening(rows) });
    palette.viewed(view('a')).send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.send(enter).inserts()).toMatchObject([{ replyId: 'a' }]);
  });

  test('after letters that came before the opening was asked for goes on as ever', () => {
    const palette = driver().send(earlyKey(900), typed('x'), { kind: 'opened', opening: opening(rows) });
    palette.viewed(view('a'));
    expect(palette.state().text).toBe('');
    expect(palette.send(enter).inserts()).toMatchObject([{ replyId: 'a' }]);
  });

  test('is forgotten when something else is typed before the results arrive', () => {
    const palette = openedWith(rows).send(typed('x'), enter, typed('xy')).found(rows);
    expect(palette.inserts()).toEqual([]);
  });

  test('on nothing does nothing, also when results arrive later', () => {
    const palette = openedWith([]).send(typed('x'), enter).found(rows).viewed(view('a'));
    expect(palette.inserts()).toEqual([]);
  });

  test('does nothing after the reply was deleted', () => {
    const palette = openedWith(rows, null).send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().previewStatus).toBe('gone');
  });
});

describe('a digit', () => {
  test('inserts its row, counted from the first visible one', () => {
    const palette = openedWith(rows).send({ kind: 'scrolled', firstVisible: 1 }, pick(1)).viewed(view('c'));
    expect(palette.inserts()).toMatchObject([{ replyId: 'c' }]);
  });

  test('without a row does nothing', () => {
    const palette = openedWith(rows).send(pick(7));
    expect(palette.state().selected).toBe(0);
    expect(palette.inserts()).toEqual([]);
  });

  test('on a list that is out of date asks again instead of inserting', () => {
    const palette = openedWith(rows)
      .send(typed('x'), pick(1))
      .found([row('c'), row('a')]);
    expect(palette.viewed(view('c')).inserts()).toEqual([]);
  });
});

describe('fields', () => {
  const asking = view('a', {
    pieces: [
      { kind: 'field', name: 'name' },
      { kind: 'field', name: 'order' },
    ],
  });

  test('that are empty get the focus instead of being pasted', () => {
    const palette = openedWith(rows, asking).send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().focus).toMatchObject({ place: 'field', name: 'name' });
    expect(palette.state().hint).toEqual({ kind: 'fill-fields', names: ['name', 'order'] });
  });

  test('Enter goes from one to the next and pastes from the last', () => {
    const palette = openedWith(rows, asking).send(enter, fill('name', 'Wang'), leaveField('name'));
    expect(palette.state().focus).toMatchObject({ place: 'field', name: 'order' });
    expect(palette.inserts()).toEqual([]);
    palette.send(fill('order', '42'), leaveField('order'));
    expect(palette.inserts()).toMatchObject([{ fields: { name: 'Wang', order: '42' } }]);
  });

  test('Enter in the last goes back to one that is still empty', () => {
    const palette = openedWith(rows, asking).send(fill('order', '42'), leaveField('order'));
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().focus).toMatchObject({ place: 'field', name: 'name' });
  });

  test.each(['paste-and-send', 'append', 'copy'] as const)('%s asks for them too', (action) => {
    const palette = openedWith(rows, asking).send({ kind: 'command', command: { kind: 'insert', action } });
    expect(palette.inserts()).toEqual([]);
  });

  test('remembered for the window are filled in already', () => {
    const palette = openedWith(rows, { ...asking, remembered: { name: 'Wang', order: '1' } }).send(enter);
    expect(palette.inserts()).toHaveLength(1);
  });
});

describe('what may not be pasted silently', () => {
  test('an unknown placeholder stops the paste and is named', () => {
    const palette = openedWith(rows, view('a', { pieces: [{ kind: 'unknown', source: '{{?}}' }] })).send(
      enter,
    );
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toEqual({ kind: 'unknown-placeholder', names: ['{{?}}'] });
  });

  test('an expired reply leads to its successor, which a further Enter pastes', () => {
    const successor = { id: 'new', title: 'title of new' };
    const palette = openedWith(rows, view('a', { validity: 'expired', successor })).send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toMatchObject({ kind: 'expired', successor: 'title of new' });
    palette.viewed(view('new'));
    expect(palette.inserts()).toEqual([]);
    expect(palette.send(enter).inserts()).toMatchObject([{ replyId: 'new' }]);
  });

  test('an expired reply without successor says so', () => {
    const palette = openedWith(rows, view('a', { validity: 'expired' })).send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toMatchObject({ kind: 'expired-no-successor' });
  });

  test('a reply that is not valid yet says from when it is', () => {
    const validFrom = '2027-01-01T00:00:00.000Z';
    const palette = openedWith(rows, view('a', { validity: 'not-yet', validFrom })).send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state().hint).toEqual({ kind: 'not-yet-valid', from: validFrom });
  });
});

describe('how an insertion ends', () => {
  const done = (
    serial: number,
    outcome: Extract<PaletteEvent, { kind: 'insert-done' }>['outcome'],
  ): PaletteEvent => ({
    kind: 'insert-done',
    serial,
    outcome,
  });

  test('a refusal is said and another Enter may try again', () => {
    const palette = openedWith(rows).send(enter);
    palette.send(done(1, { kind: 'refused', reason: 'busy', names: [] }));
    expect(palette.state().notices).toMatchObject([{ kind: 'outcome', outcome: { reason: 'busy' } }]);
    expect(palette.send(enter).inserts()).toHaveLength(2);
  });

  test('a reply that was changed is read again', () => {
    const palette = openedWith(rows).send(enter);
    palette.send(done(1, { kind: 'refused', reason: 'changed', names: [] }));
    palette.found(rows).viewed(view('a', { revision: 2 }));
    expect(palette.send(enter).inserts()).toMatchObject([{ revision: 1 }, { revision: 2 }]);
  });

  test('an outcome that comes after closing changes nothing', () => {
    const palette = openedWith(rows).send(enter, { kind: 'closed' });
    const before = palette.state();
    palette.send(done(1, { kind: 'refused', reason: 'busy', names: [] }));
    expect(palette.state()).toBe(before);
  });

  test('the outcome of an earlier opening does not free a later insertion', () => {
    const palette = openedWith(rows).send(enter, { kind: 'closed' });
    palette
      .send({ kind: 'opened', opening: opening(rows) })
      .viewed(view('a'))
      .send(enter);
    palette.send(done(1, { kind: 'cancelled' }), enter);
    expect(palette.inserts()).toHaveLength(2);
  });

  test('after appending the list stays for the next one', () => {
    const palette = openedWith(rows).send({ kind: 'command', command: { kind: 'insert', action: 'append' } });
    palette.send(done(1, { kind: 'pasted', sent: false, clipboard: 'restored' }));
    expect(palette.state()).toMatchObject({ open: true, inserting: false, hint: { kind: 'appended' } });
  });

  test('a failed call is said and does not block the palette', () => {
    const palette = openedWith(rows).send(enter, done(1, null));
    expect(palette.state()).toMatchObject({ inserting: false, hint: { kind: 'failed' } });
  });
});
