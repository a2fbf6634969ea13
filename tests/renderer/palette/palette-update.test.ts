import { describe, expect, test } from 'vitest';
import type { PaletteEvent } from '../../../src/renderer/palette/palette-update.ts';
import { driver, enter, escapeKey, openedWith, opening, row, typed, view } from './samples.ts';

const rows = [row('a'), row('b'), row('c')];
const command = (
  kind:
    | 'edit'
    | 'manager'
    | 'manage-reply'
    | 'pick-mode'
    | 'new-reply'
    | 'save-new-reply'
    | 'discard-new-reply',
): PaletteEvent => ({
  kind: 'command',
  command: { kind },
});

describe('opening and closing', () => {
  test('opening starts from the empty query with the rows that came along', () => {
    const palette = openedWith(rows)
      .send(typed('x'))
      .found([row('c')]);
    palette.send({ kind: 'closed' }, { kind: 'opened', opening: opening(rows) });
    expect(palette.state()).toMatchObject({
      open: true,
      text: '',
      selected: 0,
      mode: 'search',
      preview: null,
    });
    expect(palette.state().rows).toEqual(rows);
    expect(palette.state().focus.place).toBe('search');
  });

  test('closing forgets everything that was shown', () => {
    const palette = openedWith(rows).send(typed('x'), command('pick-mode'), { kind: 'closed' });
    expect(palette.state()).toMatchObject({ open: false, text: '', rows: [], preview: null, wanted: null });
  });

  test('an answer to a search of the time before does not reach the new opening', () => {
    const palette = openedWith(rows).send(typed('x'));
    const late = palette.state().searchAsked;
    palette.send({ kind: 'closed' }, { kind: 'opened', opening: opening(rows) });
    palette.send({
      kind: 'search-done',
      serial: late,
      outcome: { query: 'x', rows: [row('old')], rebuilding: null },
    });
    expect(palette.state().rows).toEqual(rows);
  });

  test('the manager is opened on its list, or on the reply on show', () => {
    const palette = openedWith(rows).send(command('manager'));
    expect(palette.effects.at(-1)).toEqual({ kind: 'open-manager', target: 'list' });
    palette.send(command('manage-reply'));
    expect(palette.effects.at(-1)).toEqual({ kind: 'open-manager', target: 'a' });
  });

  test('a notice that comes while the palette is closed is kept until it is read', () => {
    const palette = openedWith(rows).send({ kind: 'closed' });
    palette.send({ kind: 'notice', notice: { kind: 'outcome', outcome: { kind: 'cancelled' } } });
    expect(palette.state()).toMatchObject({ open: false, notices: [{ kind: 'outcome' }] });
    palette.send(escapeKey);
    expect(palette.state().notices).toEqual([]);
    expect(palette.effects.at(-1)).toEqual({ kind: 'close', opening: null });
  });
});

describe('searching', () => {
  test('every keystroke searches', () => {
    const palette = openedWith(rows).send(typed('t'), typed('th'));
    const queries = palette.effects.flatMap((effect) => (effect.kind === 'search' ? [effect.query] : []));
    expect(queries).toEqual(['t', 'th']);
  });

  test('an answer older than the one on screen is dropped', () => {
    const palette = openedWith(rows).send(typed('t'));
    const older = palette.state().searchAsked;
    palette.send(typed('th')).found([row('c')]);
    palette.send({
      kind: 'search-done',
      serial: older,
      outcome: { query: 't', rows: [row('b')], rebuilding: null },
    });
    expect(palette.state().rows.map(({ id }) => id)).toEqual(['c']);
  });

  test('new results select their first row', () => {
    const palette = openedWith(rows).send({ kind: 'command', command: { kind: 'move', by: 2 } });
    expect(palette.state().selected).toBe(2);
    palette.send(typed('x')).found([row('b'), row('c')]);
    expect(palette.state()).toMatchObject({ selected: 0, wanted: { id: 'b' } });
  });

  test('while composing, letters that match nothing leave the list as it is', () => {
    const palette = openedWith(rows).send(typed("tui'h", true)).found([]);
    expect(palette.state().rows).toEqual(rows);
    palette.send(typed('退货')).found([]);
    expect(palette.state().rows).toEqual([]);
  });

  test("while composing, the input method's separators are not searched for", () => {
    const palette = openedWith(rows).send(typed("tui'huo", true));
    expect(palette.effects.at(-1)).toMatchObject({ kind: 'search', query: 'tuihuo' });
  });

  test('an Enter right after the library took the selected row away asks to look', () => {
    const palette = openedWith(rows)
      .send({ kind: 'library-changed' })
      .found([row('b'), row('c')])
      .viewed(view('b'))
      .send(enter);
    expect(palette.inserts()).toEqual([]);
    expect(palette.state()).toMatchObject({ hint: { kind: 'results-changed' } });
    palette.send(enter);
    expect(palette.inserts()).toMatchObject([{ replyId: 'b' }]);
  });

  test('a failed search says so and the next keystroke tries again', () => {
    const palette = openedWith(rows).send(typed('x'));
    palette.send({ kind: 'search-done', serial: palette.state().searchAsked, outcome: null });
    expect(palette.state()).toMatchObject({ searchFailed: true, rows: [] });
    palette.send(typed('xy')).found(rows);
    expect(palette.state()).toMatchObject({ searchFailed: false, rows });
  });

  test('a changed library keeps the selection and what was filled in', () => {
    const asking = view('b', { pieces: [{ kind: 'field', name: 'order' }] });
    const palette = openedWith(rows)
      .send({ kind: 'command', command: { kind: 'move', by: 1 } })
      .viewed(asking);
    palette.send({ kind: 'field-changed', name: 'order', value: '42' }, { kind: 'library-changed' });
    palette.found([row('new'), ...rows]).viewed({ ...asking, revision: 2 });
    expect(palette.state()).toMatchObject({ selected: 2, preview: { fields: { order: '42' } } });
    expect(palette.state().preview?.view.revision).toBe(2);
  });
});

describe('moving', () => {
  const move = (by: number): PaletteEvent => ({ kind: 'command', command: { kind: 'move', by } });

  test('stops at both ends', () => {
    expect(openedWith(rows).send(move(-1)).state().selected).toBe(0);
    expect(openedWith(rows).send(move(9)).state().selected).toBe(2);
  });

  test('variants go round and choices start anew', () => {
    const two = view('a', {
      variants: [
        [{ kind: 'text', pieces: [{ kind: 'choice', index: 0, options: ['x', 'y'] }] }],
        [{ kind: 'text', pieces: [{ kind: 'text', text: 'second' }] }],
      ],
    });
    const variant = (by: -1 | 1): PaletteEvent => ({ kind: 'command', command: { kind: 'variant', by } });
    const palette = openedWith(rows, two).send({ kind: 'choice-changed', index: 0, option: 1 }, variant(1));
    expect(palette.state().preview).toMatchObject({ variant: 1, choices: [] });
    palette.send(variant(1));
    expect(palette.state().preview).toMatchObject({ variant: 0, choices: [0] });
  });
});

describe('Escape', () => {
  test('leaves pick mode, then clears the query, then closes', () => {
    const palette = openedWith(rows).send(typed('x')).found(rows).send(command('pick-mode'), escapeKey);
    expect(palette.state()).toMatchObject({ mode: 'search', text: 'x' });
    palette.send(escapeKey);
    expect(palette.state().text).toBe('');
    expect(palette.effects.at(-1)).toMatchObject({ kind: 'search', query: '' });
    palette.send(escapeKey);
    expect(palette.effects.at(-1)).toEqual({ kind: 'close', opening: 1 });
  });

  test('goes back from a followed link to the row', () => {
    const palette = openedWith(rows).send({ kind: 'link-followed', id: 'next' }).viewed(view('next'));
    palette.send(escapeKey);
    expect(palette.state().wanted).toEqual({ id: 'a', via: 'row', from: null });
  });
});

describe('editing one paste', () => {
  test('sends the edited text and only that once', () => {
    const palette = openedWith(rows).send(command('edit'));
    expect(palette.state()).toMatchObject({ mode: 'edit', preview: { editedTexts: ['text of a'] } });
    palette.send({ kind: 'edit-changed', index: 0, text: 'other' }, enter);
    expect(palette.inserts()).toMatchObject([{ editedTexts: ['other'] }]);
    palette.send({
      kind: 'insert-done',
      serial: 1,
      outcome: { kind: 'pasted', sent: false, clipboard: 'restored' },
    });
    expect(palette.state()).toMatchObject({ mode: 'search', preview: { editedTexts: null } });
  });

  test('keeps the edit and its revision when the reply changes meanwhile, so that main refuses it', () => {
    const palette = openedWith(rows).send(command('edit'), { kind: 'edit-changed', index: 0, text: 'other' });
    palette
      .send({ kind: 'library-changed' })
      .found(rows)
      .viewed(view('a', { revision: 2 }));
    palette.send(enter);
    expect(palette.inserts()).toMatchObject([{ revision: 1, editedTexts: ['other'] }]);
  });

  test('keeps the edit when the reply is no longer in the list, and pastes no other one in its place', () => {
    const palette = openedWith(rows).send(command('edit'), { kind: 'edit-changed', index: 0, text: 'other' });
    palette
      .send({ kind: 'library-changed' })
      .viewed(view('a'))
      .found([row('c')]);
    expect(palette.state()).toMatchObject({ mode: 'edit', wanted: { id: 'a' } });
    palette.send(enter);
    expect(palette.inserts()).toMatchObject([{ replyId: 'a', editedTexts: ['other'] }]);
  });

  test('begins with the reply that the query finds, not with the one of the query before', () => {
    const palette = openedWith(rows)
      .send(typed('a'))
      .found([row('a')])
      .send(typed('ab'), command('edit'));
    expect(palette.state().mode).toBe('search');
    palette.found([row('a'), row('b')]);
    expect(palette.state()).toMatchObject({ mode: 'edit', preview: { editedTexts: ['text of a'] } });

    const other = openedWith(rows)
      .send(typed('b'), command('edit'))
      .found([row('b')])
      .viewed(view('b'));
    expect(other.state()).toMatchObject({ mode: 'search', hint: { kind: 'results-changed' } });
  });

  test('begins as soon as the reply is there', () => {
    const palette = openedWith(rows)
      .send(typed('b'))
      .found([row('b')])
      .send(command('edit'));
    expect(palette.viewed(view('b')).state()).toMatchObject({
      mode: 'edit',
      preview: { editedTexts: ['text of b'] },
    });
  });

  test('what is typed, filled in or chosen while the reply is read again is not lost', () => {
    const twoWays = view('a', { variants: [view('a').variants[0] ?? [], view('a').variants[0] ?? []] });
    const palette = openedWith(rows, twoWays).send({ kind: 'library-changed' });
    palette.send(
      { kind: 'command', command: { kind: 'variant', by: 1 } },
      { kind: 'field-changed', name: 'order', value: '7' },
    );
    palette.found(rows).viewed(twoWays).send(command('edit'), { kind: 'library-changed' });
    palette.send({ kind: 'edit-changed', index: 0, text: 'other' }).found(rows).viewed(twoWays);
    expect(palette.state().preview).toMatchObject({
      variant: 1,
      fields: { order: '7' },
      editedTexts: ['other'],
    });
  });

  test('keeps the edit when the list cannot be read again', () => {
    const palette = openedWith(rows).send(command('edit'), { kind: 'library-changed' }).viewed(view('a'));
    palette.send({ kind: 'search-done', serial: palette.state().searchAsked, outcome: null });
    expect(palette.state()).toMatchObject({ mode: 'edit', preview: { editedTexts: ['text of a'] } });
  });

  test('Escape drops the edit and reads the list and the reply again', () => {
    const palette = openedWith(rows).send(command('edit'), escapeKey);
    expect(palette.state()).toMatchObject({ mode: 'search', preview: { editedTexts: null } });
    expect(palette.effects.at(-1)).toMatchObject({ kind: 'open-reply', id: 'a' });
  });

  test('a reply that may not be pasted cannot be edited either', () => {
    const palette = openedWith(rows, view('a', { validity: 'expired' })).send(command('edit'));
    expect(palette.state().mode).toBe('search');
  });
});

describe('a new reply', () => {
  const draft = (text: string): PaletteEvent => ({ kind: 'draft-changed', change: { text } });

  test('starts with the query as its title', () => {
    const palette = openedWith(rows).send(typed(' how long '), command('new-reply'));
    expect(palette.state().newReply?.draft).toMatchObject({ title: 'how long', text: '' });
    expect(palette.effects.at(-1)).toEqual({ kind: 'list-categories' });
  });

  test('says everything that is missing at once', () => {
    const palette = openedWith(rows).send(command('new-reply'), command('save-new-reply'));
    expect(palette.state().newReply?.errors.map(({ field }) => field)).toEqual(['title', 'text']);
    expect(palette.effects.some((effect) => effect.kind === 'create-reply')).toBe(false);
  });

  test('an error from the storage is gone once its field changes', () => {
    const palette = openedWith(rows).send(
      typed('q'),
      command('new-reply'),
      draft('t'),
      command('save-new-reply'),
    );
    const error = { field: 'shortcode', problem: 'taken', limit: null } as const;
    palette.send({ kind: 'reply-created', result: { ok: false, error } });
    expect(palette.state().newReply).toMatchObject({ saving: false, errors: [error] });
    expect(palette.state().focus).toMatchObject({ place: 'new-reply', name: 'shortcode' });
    palette.send({ kind: 'draft-changed', change: { shortcode: 'k' } });
    expect(palette.state().newReply?.errors).toEqual([]);
  });

  test('once saved is searched for, selected and ready to paste', () => {
    const palette = openedWith(rows).send(
      typed('q'),
      command('new-reply'),
      draft('t'),
      command('save-new-reply'),
    );
    palette.send({ kind: 'reply-created', result: { ok: true, value: { id: 'fresh' } } });
    expect(palette.state()).toMatchObject({ mode: 'search', text: 'q', newReply: null });
    palette.found([row('other'), row('fresh')]).viewed(view('fresh'));
    expect(palette.state().selected).toBe(1);
    expect(palette.send(enter).inserts()).toMatchObject([{ replyId: 'fresh' }]);
  });

  test('saving twice creates one reply', () => {
    const palette = openedWith(rows).send(typed('q'), command('new-reply'), draft('t'));
    palette.send(command('save-new-reply'), command('save-new-reply'));
    palette.send({ kind: 'texts-checked', serial: palette.state().lint.asked, notes: [] });
    palette.send(command('save-new-reply'));
    expect(palette.effects.filter((effect) => effect.kind === 'create-reply')).toHaveLength(1);
  });

  test('an unfinished text is there again after the palette was closed', () => {
    const palette = openedWith(rows).send(typed('q'), command('new-reply'), draft('half'), {
      kind: 'closed',
    });
    palette.send({ kind: 'opened', opening: opening(rows) }, command('new-reply'));
    expect(palette.state().newReply?.draft).toMatchObject({ title: 'q', text: 'half' });
    expect(palette.state().hint).toEqual({ kind: 'draft-restored' });
  });

  test('a discarded one is not there again', () => {
    const palette = openedWith(rows).send(typed('q'), command('new-reply'), draft('half'));
    palette.send(command('discard-new-reply'), command('new-reply'));
    expect(palette.state().newReply?.draft).toMatchObject({ title: 'q', text: '' });
  });

  test('an untouched one leaves nothing behind', () => {
    const palette = openedWith(rows).send(typed('q'), command('new-reply'), escapeKey, typed('other'));
    palette.send(command('new-reply'));
    expect(palette.state().newReply?.draft.title).toBe('other');
  });
});

test('keys do nothing while the palette is closed', () => {
  const palette = driver().send(enter, command('new-reply'));
  expect(palette.effects).toEqual([]);
  expect(palette.state().newReply).toBeNull();
});
