import type { EditorReply, MediaInfo, ReplyChoice } from '../../../shared/contract/library-calls.ts';
import type { Id, Part, ReplyDraft } from '../../../shared/domain/reply.ts';
import { normalizeDraft } from '../../../shared/domain/reply-draft.ts';
import type { ClientApi, ManagerCalls } from '../../../shared/ipc.ts';
import type { ActionProblem, LibraryAction } from '../../../shared/library-action.ts';
import { DraftKeeper, flushDrafts } from './draft-keeper.ts';
import {
  changeForm,
  draftOf,
  type FormChange,
  newKey,
  removedBy,
  toDraft,
  toForm,
  withoutEmptyTexts,
} from './edit-form.ts';
import {
  adopt,
  afterSaving,
  type EditorState,
  isDirty,
  keyed,
  mergedWith,
  type OpenState,
  openState,
  readAgain,
  takenBack,
} from './editor-state.ts';

export type EditorCalls = Pick<
  ClientApi<ManagerCalls>,
  'readReply' | 'saveDraft' | 'discardDraft' | 'applyAction'
>;

export type SaveOutcome = 'saved' | 'conflict' | 'failed';

/** The editing of one reply: its state, and what goes to and comes from main. */
export class EditorSession {
  readonly id: Id;
  private readonly initial: ReplyDraft | null;
  private readonly calls: EditorCalls;
  private readonly keeper: DraftKeeper;
  private readonly listeners = new Set<() => void>();
  private current: EditorState = { stage: 'loading' };
  private reading: Promise<void> | null = null;
  private readOnceMore = false;

  constructor(id: Id, initial: ReplyDraft | null, calls: EditorCalls) {
    this.id = id;
    this.initial = initial;
    this.calls = calls;
    this.keeper = new DraftKeeper(id, calls, (keeping, problem) => {
      this.patch(problem ? { keeping, problem } : { keeping });
    });
  }

  readonly state = (): EditorState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the reply, once what an earlier editor of it still had to write is written. */
  async load(): Promise<void> {
    try {
      await flushDrafts();
      this.set(openState(this.id, await this.calls.readReply(this.id), this.initial));
    } catch {
      this.set({ stage: 'failed' });
    }
  }

  /** Reads the reply again after the library changed; several changes at a time are one reading. */
  refresh(): Promise<void> {
    if (this.reading) this.readOnceMore = true;
    this.reading ??= this.readChanges().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  change(change: FormChange): void {
    const state = this.open();
    if (!state || state.deletedAt !== null) return;
    const form = changeForm(state.form, change);
    const isShown = form.variants.some(({ key }) => key === state.variant);
    const variant = isShown ? state.variant : (form.variants.at(-1)?.key ?? '');
    const removed = removedBy(state.form, change) ?? (change.kind === 'put-back' ? null : state.removed);
    // Another shortcode is another question.
    const answered = change.kind === 'fields' && 'shortcode' in change.fields;
    const problem = answered && state.problem?.kind === 'shortcode-taken' ? null : state.problem;
    this.set({ ...state, form, variant, removed, problem, discarded: null });
    if (!state.saving) this.keep();
  }

  /** Adds an empty variant, or a copy of the one that is shown, and shows it. */
  addVariant(from: 'empty' | 'copy'): void {
    const state = this.open();
    if (!state) return;
    const key = newKey();
    const copied = { kind: 'duplicate-variant', variant: state.variant, key } as const;
    this.change(from === 'copy' ? copied : { kind: 'add-variant', key });
    this.showVariant(key);
  }

  /** Adds a part behind another, or at the end of its variant; gives its key. */
  addPart(variant: string, after: string | null, value: Part): string {
    const key = newKey();
    this.change({ kind: 'add-part', variant, after, value, key });
    return key;
  }

  showVariant(variant: string): void {
    const state = this.open();
    if (state?.form.variants.some(({ key }) => key === variant)) this.patch({ variant });
  }

  learnMedia(infos: readonly MediaInfo[]): void {
    const state = this.open();
    if (state) this.patch({ media: { ...state.media, ...keyed(infos, ({ hash }) => hash) } });
  }

  learnLinks(choices: readonly ReplyChoice[]): void {
    const state = this.open();
    if (state) this.patch({ links: { ...state.links, ...keyed(choices, ({ id }) => id) } });
  }

  /** From now on what is missing is said at its field. */
  showProblems(): void {
    this.patch({ tried: true });
  }

  /** Saves the form. Whether it may be saved has been checked; storage checks again. */
  async save(): Promise<SaveOutcome> {
    const state = this.open();
    if (!state || state.saving) return 'failed';
    this.patch({ saving: true, problem: null, tried: true });
    await this.keeper.settle();
    const sent = this.open()?.form ?? state.form;
    const draft = normalizeDraft(withoutEmptyTexts(toDraft(sent)));
    const done = await this.apply(
      state.revision === null
        ? { kind: 'create-reply', id: this.id, draft }
        : { kind: 'save-reply', id: this.id, revision: state.revision, draft },
    );
    const read = await this.read();
    const now = this.open();
    if (!now) return 'failed';
    if (done === null && read) {
      this.set(afterSaving(now, sent, read));
      this.keepIfDirty();
      return 'saved';
    }
    this.patch({ saving: false });
    this.keepIfDirty();
    if (done?.kind !== 'changed') {
      this.patch({ problem: done });
      return 'failed';
    }
    const met = readAgain(this.open() ?? now, read);
    this.set(met);
    if (met.stage !== 'open') return 'failed';
    // What was changed elsewhere lies in other fields: it has been taken over, and both are saved now.
    return met.conflict === null && met.revision !== state.revision ? this.save() : 'conflict';
  }

  /** Ends a conflict: with the form on top of what is stored now, or with what is stored. */
  resolve(keep: 'mine' | 'theirs'): void {
    const state = this.open();
    if (!state?.conflict) return;
    const stored = state.conflict;
    if (keep === 'mine') {
      this.set(adopt(state, stored, mergedWith(state, stored)));
      this.keepIfDirty();
      return;
    }
    this.throwAway(state, adopt(state, stored, toForm(draftOf(stored), state.form)));
  }

  /** Throws the unsaved changes away; `takeBack` brings them back. */
  discard(): void {
    const state = this.open();
    if (!state) return;
    const stored = state.conflict ?? state.saved;
    const form = toForm(stored ? draftOf(stored) : state.baseline, state.form);
    const base = stored ? adopt(state, stored, form) : { ...state, form };
    this.throwAway(state, { ...base, problem: null });
  }

  /** Shows `next` in place of the form of `state`, which can be taken back. */
  private throwAway({ form, baseline }: OpenState, next: OpenState): void {
    this.set({ ...next, discarded: { form, baseline }, resumedFrom: null, tried: false });
    this.keep();
  }

  takeBack(): void {
    const state = this.open();
    if (!state?.discarded) return;
    this.set({ ...state, form: takenBack(state), discarded: null });
    this.keep();
  }

  /** The form stays, what was said about it goes. */
  dismissNotices(): void {
    this.patch({ resumedFrom: null, discarded: null, removed: null, problem: null });
  }

  /** Puts the part or variant back that was removed last. */
  putBack(): void {
    const state = this.open();
    if (!state?.removed) return;
    this.change({ kind: 'put-back', removed: state.removed });
    if (state.removed.kind === 'variant') this.showVariant(state.removed.variant.key);
  }

  /** Does something else to this reply, such as taking it out of the trash; null when it went well. */
  async act(action: LibraryAction): Promise<ActionProblem | null> {
    const problem = await this.apply(action);
    this.patch({ problem });
    await this.refresh();
    return problem;
  }

  /** Writes what is waiting at once. */
  flush(): Promise<void> {
    return this.keeper.flush();
  }

  private async apply(action: LibraryAction): Promise<ActionProblem | null> {
    try {
      const done = await this.calls.applyAction(action);
      return done.ok ? null : done.error;
    } catch {
      return { kind: 'storage', code: 'IPC' };
    }
  }

  private async read(): Promise<EditorReply | null> {
    return this.calls.readReply(this.id).catch(() => null);
  }

  private async readChanges(): Promise<void> {
    do {
      this.readOnceMore = false;
      const read = await this.calls.readReply(this.id);
      const state = this.open();
      // Its making was done again.
      if (this.current.stage === 'missing' && read) this.set(openState(this.id, read, null));
      // A save reads for itself when it is done.
      if (state && !state.saving) this.set(readAgain(state, read));
    } while (this.readOnceMore);
  }

  private keep(): void {
    const state = this.open();
    if (!state) return;
    this.keeper.keep(isDirty(state) ? { draft: toDraft(state.form), revision: state.revision } : null);
  }

  private keepIfDirty(): void {
    const state = this.open();
    if (state && isDirty(state)) this.keep();
  }

  private open(): OpenState | null {
    return this.current.stage === 'open' ? this.current : null;
  }

  private patch(values: Partial<OpenState>): void {
    const state = this.open();
    if (state) this.set({ ...state, ...values });
  }

  private set(next: EditorState): void {
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
