import type {
  EditorReply,
  HistoryEntry,
  LibraryTree,
  ManagerView,
  MediaInfo,
  ReplyChoice,
  TagCount,
} from '../../../../src/shared/contract/library-calls.ts';
import type { Id, Reply, ReplyDraft } from '../../../../src/shared/domain/reply.ts';
import { validityAt } from '../../../../src/shared/domain/reply.ts';
import { normalizeShortcode } from '../../../../src/shared/domain/reply-draft.ts';
import type { ClientApi, ManagerCalls } from '../../../../src/shared/ipc.ts';
import type { ActionDone, ActionProblem, LibraryAction } from '../../../../src/shared/library-action.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';
import { sampleHistory, sampleReplies, sampleTree } from './samples.ts';

/** What the gallery's editor shows. */
export type Shown = {
  view: ManagerView;
  replyId: Id | null;
  initial: ReplyDraft | null;
  selectedCount: number;
};

type StoredReply = { reply: Reply; deletedAt: string | null };

/** The other side of the wire, in memory. */
export type FakeLibrary = {
  /** Null until something is shown. */
  shown: Shown | null;
  replies: Map<Id, StoredReply>;
  drafts: Map<Id, NonNullable<EditorReply['draft']>>;
  media: Map<string, MediaInfo & { data: string | null }>;
  tree: LibraryTree;
  /** Every call the page made, in order, without bytes. */
  calls: { name: string; args: unknown[] }[];
  /** What the next `applyAction` or `saveDraft` answers instead of doing it. */
  refuse: { applyAction?: ActionProblem; saveDraft?: ActionProblem };
  /** Calls that get no answer, as from a main process that is busy. */
  unanswered: Set<keyof Answers>;
  saved: { id: Id; next: boolean }[];
  show: (shown: Partial<Shown>) => void;
  onShow: (listener: (shown: Shown) => void) => () => void;
  /** Changes a reply as somebody else would. */
  changeElsewhere: (id: Id, fields: Partial<ReplyDraft>) => void;
  emit: (name: string, payload: unknown) => void;
};

declare global {
  interface Window {
    editorFake: FakeLibrary;
    flushDrafts: () => Promise<void>;
  }
}

type Answers = Pick<
  ClientApi<ManagerCalls>,
  | 'readTree'
  | 'readReply'
  | 'saveDraft'
  | 'discardDraft'
  | 'applyAction'
  | 'shortcodeOwner'
  | 'addMedia'
  | 'mediaInfo'
  | 'findReplies'
  | 'replyChoices'
  | 'listTags'
  | 'readHistory'
>;

/** Puts the fake into the place of the preload's wire. */
export function installFakeLibrary(): FakeLibrary {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const shows = new Set<(shown: Shown) => void>();
  const fake: FakeLibrary = {
    shown: null,
    replies: new Map(sampleReplies().map((reply) => [reply.id, { reply, deletedAt: null }])),
    drafts: new Map(),
    media: new Map(),
    tree: sampleTree(),
    calls: [],
    refuse: {},
    unanswered: new Set(),
    saved: [],
    show(shown) {
      const view = shown.view ?? fake.shown?.view;
      if (!view) throw new Error('The first thing that is shown needs a view');
      const next = { replyId: null, initial: null, selectedCount: 0, ...fake.shown, ...shown, view };
      fake.shown = next;
      for (const listener of shows) listener(next);
    },
    onShow(listener) {
      shows.add(listener);
      return () => shows.delete(listener);
    },
    changeElsewhere(id, fields) {
      const stored = fake.replies.get(id);
      if (stored) {
        const reply = { ...stored.reply, ...fields, revision: stored.reply.revision + 1, updatedAt: now() };
        fake.replies.set(id, { ...stored, reply });
      }
      fake.emit('libraryChanged', { undo: { undo: null, redo: null } });
    },
    emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
  };
  const answers = answersOf(fake);
  Object.defineProperty(window, 'repartee', {
    value: {
      call: async (name: keyof Answers, ...args: unknown[]) => {
        fake.calls.push({ name, args: args.filter((arg) => !(arg instanceof Uint8Array)) });
        const answer = answers[name] as ((...given: unknown[]) => Promise<unknown>) | undefined;
        if (!answer) throw new Error(`The fake has no ${name}`);
        if (fake.unanswered.has(name)) await new Promise(() => {});
        // What crosses to another process is a copy.
        return structuredClone(await answer(...args));
      },
      on: (name: string, listener: (payload: unknown) => void) => {
        const all = listeners.get(name) ?? new Set();
        listeners.set(name, all.add(listener));
        return () => all.delete(listener);
      },
    },
  });
  window.editorFake = fake;
  return fake;
}

const now = () => new Date().toISOString();

function answersOf(fake: FakeLibrary): Answers {
  const choiceOf = (id: Id): ReplyChoice[] => {
    const stored = fake.replies.get(id);
    if (!stored || stored.deletedAt !== null) return [];
    const { title, categoryId } = stored.reply;
    const category = fake.tree.categories.find((candidate) => candidate.id === categoryId);
    const validity = validityAt(stored.reply, now());
    return [{ id, title, categoryPath: category ? [category.name] : [], validity }];
  };
  const infoOf = (hash: string): MediaInfo[] => {
    const known = fake.media.get(hash);
    if (!known) return [];
    const { data: _data, ...info } = known;
    return [info];
  };
  const mediaIn = (draft: Pick<ReplyDraft, 'variants'>) =>
    draft.variants.flat().flatMap((part) => (part.kind === 'text' ? [] : infoOf(part.hash)));
  const linksOf = (draft: Pick<ReplyDraft, 'successorId' | 'nextIds'>) =>
    [draft.successorId, ...draft.nextIds].flatMap((id) => (id === null ? [] : choiceOf(id)));

  return {
    readTree: async () => fake.tree,
    async readReply(id) {
      const stored = fake.replies.get(id);
      const draft = fake.drafts.get(id) ?? null;
      if (!stored && !draft) return null;
      const contents = [stored?.reply, draft?.value].filter((content) => content !== undefined);
      return {
        id,
        saved: stored?.reply ?? null,
        deletedAt: stored?.deletedAt ?? null,
        draft,
        media: contents.flatMap(mediaIn),
        links: contents.flatMap(linksOf),
      };
    },
    async saveDraft(id, revision, value) {
      if (fake.refuse.saveDraft) return err(fake.refuse.saveDraft);
      const isNew = !fake.drafts.has(id);
      fake.drafts.set(id, { value, revision, at: now() });
      if (isNew) fake.emit('libraryChanged', { undo: { undo: null, redo: null } });
      return ok(null);
    },
    async discardDraft(id) {
      fake.drafts.delete(id);
      return ok(null);
    },
    async applyAction(action) {
      const refused = fake.refuse.applyAction;
      if (refused) {
        delete fake.refuse.applyAction;
        return err(refused);
      }
      const done = apply(fake, action);
      if (done.ok) fake.emit('libraryChanged', { undo: { undo: null, redo: null } });
      return done;
    },
    async shortcodeOwner(libraryId, shortcode, except) {
      const wanted = normalizeShortcode(shortcode);
      const owner = [...fake.replies.values()].find(
        ({ reply }) =>
          reply.libraryId === libraryId && reply.shortcode === wanted && reply.id !== except && wanted,
      );
      return owner ? { id: owner.reply.id, title: owner.reply.title } : null;
    },
    async addMedia(bytes, _name) {
      if (bytes.length === 0) return err({ kind: 'empty' });
      const digest = await crypto.subtle.digest('SHA-256', bytes);
      const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
      const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      fake.media.set(hash, {
        hash,
        mime: isPng ? 'image/png' : 'application/octet-stream',
        bytes: bytes.length,
        width: isPng ? view.getUint32(16) : null,
        height: isPng ? view.getUint32(20) : null,
        url: '/media/return-steps.png',
        data: null,
      });
      const [info] = infoOf(hash);
      return info ? ok(info) : err({ kind: 'empty' });
    },
    mediaInfo: async (hashes) => hashes.flatMap(infoOf),
    async findReplies(text) {
      const found = [...fake.replies.values()].filter(({ reply }) => reply.title.includes(text.trim()));
      return found.slice(0, 20).flatMap(({ reply }) => choiceOf(reply.id));
    },
    replyChoices: async (ids) => ids.flatMap(choiceOf),
    listTags: async (): Promise<TagCount[]> => fake.tree.tags,
    readHistory: async (id): Promise<HistoryEntry[]> => sampleHistory(fake.replies.get(id)?.reply ?? null),
  };
}

function apply(fake: FakeLibrary, action: LibraryAction): Result<ActionDone, ActionProblem> {
  const undo = { undo: null, redo: null };
  const done = (id: Id): Result<ActionDone, ActionProblem> =>
    ok({
      label: { kind: action.kind, count: 1, name: null },
      changed: true,
      replyIds: [id],
      skipped: 0,
      undo,
    });
  switch (action.kind) {
    case 'create-reply':
    case 'save-reply': {
      const old = fake.replies.get(action.id);
      if (action.kind === 'save-reply' && old?.reply.revision !== action.revision)
        return err({ kind: 'changed' });
      const reply: Reply = {
        ...action.draft,
        id: action.id,
        revision: (old?.reply.revision ?? 0) + 1,
        contentHash: '',
        createdAt: old?.reply.createdAt ?? now(),
        updatedAt: now(),
      };
      fake.replies.set(action.id, { reply, deletedAt: null });
      fake.drafts.delete(action.id);
      return done(action.id);
    }
    case 'restore-replies': {
      for (const id of action.ids) {
        const stored = fake.replies.get(id);
        if (stored) fake.replies.set(id, { ...stored, deletedAt: null });
      }
      return done(action.ids[0] ?? '');
    }
    case 'restore-revision': {
      const stored = fake.replies.get(action.id);
      const entry = sampleHistory(stored?.reply ?? null).find(({ revision }) => revision === action.revision);
      if (!stored || !entry) return err({ kind: 'not-found' });
      const reply = { ...stored.reply, ...entry.content, revision: stored.reply.revision + 1 };
      fake.replies.set(action.id, { ...stored, reply });
      return done(action.id);
    }
    default:
      return err({ kind: 'not-found' });
  }
}
