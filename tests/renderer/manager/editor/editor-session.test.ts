import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushDrafts } from '../../../../src/renderer/manager/editor/draft-keeper.ts';
import { draftOf, toDraft } from '../../../../src/renderer/manager/editor/edit-form.ts';
import { type EditorCalls, EditorSession } from '../../../../src/renderer/manager/editor/editor-session.ts';
import { isDirty } from '../../../../src/renderer/manager/editor/editor-state.ts';
import type { EditorReply } from '../../../../src/shared/contract/library-calls.ts';
import type { Reply, ReplyDraft } from '../../../../src/shared/domain/reply.ts';
import { emptyDraft } from '../../../../src/shared/domain/reply-draft.ts';
import type { ActionProblem } from '../../../../src/shared/library-action.ts';
import { err, ok } from '../../../../src/shared/result.ts';

const draft: ReplyDraft = {
  ...emptyDraft('library', null),
  title: '发什么快递',
  variants: [[{ kind: 'text', text: '默认发中通。' }]],
};

/** A library with one reply, which behaves as storage does. */
function library(saved: ReplyDraft | null) {
  const toReply = (content: ReplyDraft, revision: number): Reply => ({
    ...content,
    id: 'one',
    revision,
    contentHash: '',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  });
  const state = {
    reply: saved ? toReply(saved, 1) : null,
    kept: null as EditorReply['draft'],
    refuse: null as ActionProblem | null,
    actions: [] as string[],
    /** Runs while an action is under way. */
    meanwhile: null as (() => void) | null,
  };
  const calls: EditorCalls = {
    async readReply() {
      if (!state.reply && !state.kept) return null;
      return { id: 'one', saved: state.reply, deletedAt: null, draft: state.kept, media: [], links: [] };
    },
    async saveDraft(_id, revision, value) {
      state.kept = { value, revision, at: '2026-01-02T00:00:00.000Z' };
      return ok(null);
    },
    async discardDraft() {
      state.kept = null;
      return ok(null);
    },
    async applyAction(action) {
      state.actions.push(action.kind);
      state.meanwhile?.();
      if (state.refuse) return err(state.refuse);
      if (action.kind !== 'create-reply' && action.kind !== 'save-reply') return err({ kind: 'not-found' });
      const revision = state.reply?.revision ?? 0;
      if (action.kind === 'save-reply' && action.revision !== revision) return err({ kind: 'changed' });
      state.reply = toReply(action.draft, revision + 1);
      state.kept = null;
      const undo = { undo: null, redo: null };
      const label = { kind: action.kind, count: 1, name: null };
      return ok({ label, changed: true, replyIds: ['one'], skipped: 0, undo });
    },
  };
  const elsewhere = (fields: Partial<ReplyDraft>) => {
    if (state.reply) state.reply = toReply({ ...draftOf(state.reply), ...fields }, state.reply.revision + 1);
  };
  return { state, calls, elsewhere };
}

async function opened(saved: ReplyDraft | null, initial: ReplyDraft | null = null) {
  const made = library(saved);
  const session = new EditorSession('one', initial, made.calls);
  await session.load();
  return { ...made, session, open: () => openOf(session) };
}

function openOf(session: EditorSession) {
  const state = session.state();
  if (state.stage !== 'open') throw new Error(`The editor is ${state.stage}`);
  return state;
}

const title = (words: string) => ({ kind: 'fields', fields: { title: words } }) as const;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(async () => {
  await flushDrafts();
  vi.useRealTimers();
});

test('a change is kept as a draft, and typing it back to what is stored removes the draft', async () => {
  const { session, state } = await opened(draft);
  session.change(title('快递'));
  await vi.advanceTimersByTimeAsync(400);
  expect(state.kept).toMatchObject({ revision: 1, value: { title: '快递' } });
  session.change(title(draft.title));
  await vi.advanceTimersByTimeAsync(400);
  expect(state.kept).toBeNull();
});

test('an editor that is opened again goes on with the draft, also one that was not written yet', async () => {
  const { session, calls } = await opened(draft);
  session.change(title('快递'));
  const again = new EditorSession('one', null, calls);
  await again.load();
  expect(openOf(again)).toMatchObject({ resumedFrom: '2026-01-02T00:00:00.000Z', form: { title: '快递' } });
});

test('saving stores the draft in its normal form and leaves nothing unsaved', async () => {
  const { session, state, open } = await opened(draft);
  session.change({ kind: 'fields', fields: { title: '  快递  ', shortcode: '／ＫＤ' } });
  expect(await session.save()).toBe('saved');
  expect(state.reply).toMatchObject({ title: '快递', shortcode: 'kd', revision: 2 });
  expect(open().form.shortcode).toBe('kd');
  expect(isDirty(open())).toBe(false);
  await vi.advanceTimersByTimeAsync(400);
  expect(state.kept).toBeNull();
});

test('a new reply is created under its own id, and edited from then on', async () => {
  const { session, state } = await opened(null, draft);
  expect(await session.save()).toBe('saved');
  session.change(title('快递'));
  expect(await session.save()).toBe('saved');
  expect(state.actions).toEqual(['create-reply', 'save-reply']);
});

test('what is typed while a save is under way stays, and is kept', async () => {
  const { session, state, open } = await opened(draft);
  session.change(title('快递'));
  state.meanwhile = () => session.change(title('快递公司'));
  expect(await session.save()).toBe('saved');
  state.meanwhile = null;
  expect(state.reply?.title).toBe('快递');
  expect(open().form.title).toBe('快递公司');
  await vi.advanceTimersByTimeAsync(400);
  expect(state.kept).toMatchObject({ revision: 2, value: { title: '快递公司' } });
});

test('a save that fails keeps the draft and says why', async () => {
  const { session, state, open } = await opened(draft);
  session.change(title('快递'));
  state.refuse = { kind: 'storage', code: 'SQLITE_FULL' };
  expect(await session.save()).toBe('failed');
  expect(open().problem).toEqual({ kind: 'storage', code: 'SQLITE_FULL' });
  await vi.advanceTimersByTimeAsync(400);
  expect(state.kept?.value.title).toBe('快递');
});

test('a reply that was moved elsewhere meanwhile is saved with both changes', async () => {
  const { session, state, elsewhere } = await opened(draft);
  session.change(title('快递'));
  elsewhere({ categoryId: 'c2', tags: ['物流'] });
  expect(await session.save()).toBe('saved');
  expect(state.reply).toMatchObject({ title: '快递', categoryId: 'c2', tags: ['物流'] });
});

test('the same field changed elsewhere is a conflict, in which mine can be saved', async () => {
  const { session, state, elsewhere, open } = await opened(draft);
  session.change(title('甲'));
  elsewhere({ title: '乙', note: '记' });
  expect(await session.save()).toBe('conflict');
  expect(state.reply?.title).toBe('乙');
  expect(open().conflict?.title).toBe('乙');
  session.resolve('mine');
  expect(await session.save()).toBe('saved');
  expect(state.reply).toMatchObject({ title: '甲', note: '记' });
});

test('the stored reply can be taken instead, and mine still brought back', async () => {
  const { session, elsewhere, open } = await opened(draft);
  session.change(title('甲'));
  elsewhere({ title: '乙' });
  await session.refresh();
  session.resolve('theirs');
  expect(open().form.title).toBe('乙');
  expect(isDirty(open())).toBe(false);
  session.takeBack();
  expect(open().form.title).toBe('甲');
});

test('an unchanged form follows what is changed elsewhere', async () => {
  const { session, elsewhere, open } = await opened(draft);
  elsewhere({ title: '乙' });
  await session.refresh();
  expect(open().form.title).toBe('乙');
});

test('a discarded draft is gone from disk and can be taken back', async () => {
  const { session, state, open } = await opened(draft);
  session.change(title('快递'));
  await session.flush();
  session.discard();
  await session.flush();
  expect(state.kept).toBeNull();
  expect(toDraft(open().form)).toEqual(draft);
  session.takeBack();
  await session.flush();
  expect(state.kept?.value.title).toBe('快递');
});

test('a draft on an older revision of the reply is a conflict as soon as it is opened', async () => {
  const { state, calls } = library(draft);
  state.kept = { value: { ...draft, title: '甲' }, revision: 0, at: '2026-01-02T00:00:00.000Z' };
  const session = new EditorSession('one', null, calls);
  await session.load();
  expect(openOf(session).conflict).not.toBeNull();
});

test('a reply that is gone can still be saved as a new one when something was being written', async () => {
  const { session, state, open } = await opened(draft);
  session.change(title('快递'));
  state.reply = null;
  await session.refresh();
  expect(open().revision).toBeNull();
  expect(await session.save()).toBe('saved');
  expect(state.actions).toEqual(['create-reply']);
});

test('a shortcode that was refused is no longer held against another one', async () => {
  const { session, state, open } = await opened(draft);
  state.refuse = { kind: 'shortcode-taken', by: { id: 'two', title: '快递' } };
  session.change({ kind: 'fields', fields: { shortcode: 'kd' } });
  expect(await session.save()).toBe('failed');
  expect(open().problem?.kind).toBe('shortcode-taken');
  session.change(title('快递公司'));
  expect(open().problem?.kind).toBe('shortcode-taken');
  session.change({ kind: 'fields', fields: { shortcode: 'kdgs' } });
  expect(open().problem).toBeNull();
});

test('a new reply whose making was undone and redone is there again', async () => {
  const { session, state, open } = await opened(draft);
  const { reply } = state;
  state.reply = null;
  await session.refresh();
  expect(session.state().stage).toBe('missing');
  state.reply = reply;
  await session.refresh();
  expect(open().form.title).toBe(draft.title);
});

test('discarding in a conflict shows what is stored now, and taking it back keeps what was changed elsewhere', async () => {
  const { session, state, elsewhere, open } = await opened(draft);
  session.change(title('快递'));
  elsewhere({ title: '物流', note: '别处写的' });
  await session.refresh();
  expect(open().conflict).not.toBeNull();
  session.discard();
  expect(open()).toMatchObject({ conflict: null, revision: 2, form: { title: '物流', note: '别处写的' } });
  session.takeBack();
  expect(open().form).toMatchObject({ title: '快递', note: '别处写的' });
  expect(await session.save()).toBe('saved');
  expect(state.reply).toMatchObject({ title: '快递', note: '别处写的' });
});

test('what is taken back is put on top of what was changed elsewhere since it was discarded', async () => {
  const { session, elsewhere, open } = await opened(draft);
  session.change(title('快递'));
  session.discard();
  elsewhere({ categoryId: 'moved' });
  await session.refresh();
  session.takeBack();
  expect(open().form).toMatchObject({ title: '快递', categoryId: 'moved' });
});

test('a draft that could not be written before a reply was saved is not written after it', async () => {
  const { session, state, calls } = await opened(draft);
  const { saveDraft } = calls;
  let fail = () => {};
  calls.saveDraft = () =>
    new Promise((_, reject) => {
      fail = () => reject(new Error('locked'));
    });
  session.change(title('快递'));
  await vi.advanceTimersByTimeAsync(400);
  const saving = session.save();
  fail();
  expect(await saving).toBe('saved');
  calls.saveDraft = saveDraft;
  await session.flush();
  expect(state.kept).toBeNull();
});
