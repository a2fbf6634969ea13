import type { ImportChoice, RowFate, RowReason } from '../../../shared/contract/transfer-calls.ts';
import { lintTexts, worstSeverity } from '../../../shared/domain/lint/lint.ts';
import type { LintFinding, LintPolicy, LintSeverity } from '../../../shared/domain/lint/lint-rule.ts';
import type { Category, Id, ReplyDraft } from '../../../shared/domain/reply.ts';
import { normalizeDraft } from '../../../shared/domain/reply-draft.ts';
import { bodyHash } from '../../storage/body-hash.ts';
import { listCategories } from '../../storage/categories.ts';
import type { ReadableDatabase } from '../../storage/database.ts';
import type { Change, ReplyState } from '../../storage/edit-journal.ts';
import { libraryMark } from '../../storage/library-mark.ts';
import { listReplyKeys, type ReplyKeys } from '../../storage/reply-keys.ts';
import { neverWas, type ReplyReader, replyReader } from '../../storage/reply-rows.ts';
import type { ImportedReply, Reading } from '../read/imported.ts';
import { type CategoryNode, type CategoryPlan, planCategories } from './category-plan.ts';
import { markDuplicates } from './mark-duplicates.ts';
import { matchRows } from './match-rows.ts';
import { mergedDraft, newDraft, sameDraft } from './merge-row.ts';
import { ascendingIds, difference } from './reply-change.ts';
import { type MediaCollection, type RowContent, rowContent } from './row-content.ts';

/** What becomes of one row. */
export type PlannedRow = {
  row: ImportedReply;
  fate: RowFate;
  reasons: RowReason[];
  title: string;
  /** As it would be stored. */
  shortcode: string | null;
  categoryPath: string[];
  text: string;
  pictures: number;
  lint: LintSeverity | null;
  findings: number;
  existing: { id: Id; title: string } | null;
};

/** Everything that an import would do. */
export type ImportPlan = {
  rows: PlannedRow[];
  /** In the order in which they are to be made: categories before replies. */
  changes: Change[];
  newCategories: CategoryNode[];
  media: MediaCollection;
  /** Rows that are taken and were not linted, since the time for that was up. */
  lintUnchecked: number;
  /** State of the library that the plan was made for. */
  mark: string;
};

/**
 * Time that a preview spends on the lint: some 20,000 rows. Those that are left are counted without findings; like all others
 * they are checked in the background once they are in the library.
 */
const lintBudgetMs = 4_000;

/** Rows between two reports of progress. */
const batch = 250;

/** A row, what it says, and the category that it goes to. */
export type Work = { row: ImportedReply; content: RowContent; node: CategoryNode };

/**
 * Decides what becomes of every row of a source, by the rules of the preview; nothing is written.
 * @param onProgress Gets 0 to 1.
 */
export function planImport(
  db: ReadableDatabase,
  reading: Reading,
  choice: ImportChoice,
  policy: LintPolicy,
  now: Date,
  onProgress: (share: number) => void,
  lintBudget = lintBudgetMs,
): ImportPlan {
  const plan = () => new Planner(db, reading, choice, policy, now, lintBudget).plan(onProgress);
  return db.transaction(plan)();
}

class Planner {
  readonly #db: ReadableDatabase;
  readonly #reading: Reading;
  readonly #choice: ImportChoice;
  readonly #policy: LintPolicy;
  readonly #makeId: () => Id;
  readonly #reader: ReplyReader;
  readonly #categories: CategoryPlan;
  readonly #media: MediaCollection = new Map();
  /** Who has a shortcode, or will have it. */
  readonly #shortcodes = new Map<string, Id>();
  /** Ids in the file whose replies have, or will have, others here; for the links between them. */
  readonly #newIds = new Map<Id, Id>();
  readonly #lintBudget: number;
  #lintTime = 0;
  #lintUnchecked = 0;
  readonly #replyChanges: Extract<Change, { entity: 'reply' }>[] = [];

  constructor(
    db: ReadableDatabase,
    reading: Reading,
    choice: ImportChoice,
    policy: LintPolicy,
    now: Date,
    lintBudget: number,
  ) {
    this.#db = db;
    this.#reading = reading;
    this.#choice = choice;
    this.#policy = policy;
    this.#lintBudget = lintBudget;
    this.#reader = replyReader(db);
    this.#makeId = ascendingIds(now, reading.replies.length);
    const stored: Category[] = listCategories(db);
    this.#categories = planCategories(
      stored,
      choice.libraryId,
      choice.parentCategoryId,
      reading.categories ?? [],
      this.#makeId,
    );
  }

  plan(onProgress: (share: number) => void): ImportPlan {
    const library = listReplyKeys(this.#db, this.#choice.libraryId).map((keys) => this.#withHash(keys));
    for (const { shortcode, id } of library) if (shortcode !== null) this.#shortcodes.set(shortcode, id);
    const works = this.#reading.replies.map((row) => this.#prepare(row));
    markDuplicates(works);
    const matches = matchRows(
      works.map((work) => this.#keysOf(work)),
      library,
    );
    for (const { id } of this.#reading.categories ?? []) {
      this.#categories.need(this.#categories.withFileId(id));
    }
    works.forEach(({ row }, number) => {
      const match = matches[number];
      if (row.id !== null && match && match.id !== row.id) this.#newIds.set(row.id, match.id);
    });
    const rows = works.map((work, number) => {
      if (number % batch === 0) onProgress(number / works.length);
      return this.#decide(work, matches[number] ?? null);
    });
    this.#relink();
    const newCategories = this.#categories.missing();
    const made = newCategories.flatMap(({ made }): Change[] =>
      made ? [{ entity: 'category', id: made.id, before: null, after: made }] : [],
    );
    return {
      rows,
      changes: [...made, ...this.#replyChanges],
      newCategories,
      media: this.#usedMedia(),
      lintUnchecked: this.#lintUnchecked,
      mark: libraryMark(this.#db),
    };
  }

  #withHash(keys: ReplyKeys): ReplyKeys {
    const state = keys.bodyHash === null ? this.#reader.state(keys.id) : null;
    return state ? { ...keys, bodyHash: bodyHash(state) } : keys;
  }

  #prepare(row: ImportedReply): Work {
    const node = row.exact
      ? this.#categories.withFileId(row.exact.categoryId)
      : this.#categories.at(row.categoryPath);
    return { row, content: rowContent(row, this.#media), node };
  }

  #keysOf({ row, content, node }: Work) {
    if (content.skip !== null) return null;
    return {
      id: row.exact ? row.id : null,
      shortcode: content.shortcode,
      place: node.made === null ? { categoryId: node.id } : null,
      title: content.title,
      bodyHash: bodyHash(content),
    };
  }

  #decide(work: Work, match: ReplyKeys | null): PlannedRow {
    const { content } = work;
    if (content.skip !== null)
      return this.#outcome(work, 'skipped', [content.skip, ...content.reasons], match);
    const current = match ? this.#reader.state(match.id) : null;
    if (match === null || current === null) return this.#add(work, null);
    const merged = this.#draftFor(match.id, current, () =>
      mergedDraft(work.row, content, this.#where(work), current),
    );
    if (sameDraft(this.#linkedHere(merged.draft), current))
      return this.#outcome(work, 'unchanged', content.reasons, match);
    if (this.#choice.onConflict === 'keep') {
      return this.#outcome(work, 'skipped', ['kept-existing', ...content.reasons], match);
    }
    if (this.#choice.onConflict === 'add-copy') return this.#add(work, match);
    if (merged.draft.categoryId === work.node.id) this.#categories.need(work.node);
    const [before, after] = difference(current, { ...merged.draft, deletedAt: null });
    this.#replyChanges.push({ entity: 'reply', id: match.id, before, after });
    return this.#outcome(work, 'changed', [...content.reasons, ...merged.reasons], match, merged.draft);
  }

  #add(work: Work, match: ReplyKeys | null): PlannedRow {
    const { row, content } = work;
    const asked = row.exact && match === null ? row.id : null;
    const stored = asked === null ? null : this.#reader.state(asked);
    const id = asked !== null && (stored === null || this.#mayRevive(stored)) ? asked : this.#makeId();
    if (row.id !== null && row.id !== id) this.#newIds.set(row.id, id);
    const { draft, reasons } = this.#draftFor(id, null, () => newDraft(row, content, this.#where(work)));
    this.#categories.need(work.node);
    const after: ReplyState = { ...draft, deletedAt: null };
    // To the journal, a reply that undoing has unmade is a new one; one in the trash is changed.
    const before = id === asked && stored?.deletedAt !== neverWas ? stored : null;
    this.#replyChanges.push({ entity: 'reply', id, before, after });
    return this.#outcome(work, 'new', [...content.reasons, ...reasons], match, draft);
  }

  /** A reply that lies in the trash, or whose creation was undone, comes back under its own id. */
  #mayRevive({ deletedAt, libraryId }: ReplyState): boolean {
    return deletedAt === neverWas || (deletedAt !== null && libraryId === this.#choice.libraryId);
  }

  #where({ node }: Work) {
    return { libraryId: this.#choice.libraryId, categoryId: node.id };
  }

  /** The draft with a shortcode that it may have. */
  #draftFor(
    id: Id,
    current: ReplyDraft | null,
    make: () => ReplyDraft,
  ): { draft: ReplyDraft; reasons: RowReason[] } {
    const draft = normalizeDraft(make());
    if (draft.shortcode === null) return { draft, reasons: [] };
    const owner = this.#shortcodes.get(draft.shortcode);
    if (owner === undefined) this.#shortcodes.set(draft.shortcode, id);
    if (owner === undefined || owner === id) return { draft, reasons: [] };
    return { draft: { ...draft, shortcode: current?.shortcode ?? null }, reasons: ['shortcode-taken'] };
  }

  #outcome(
    work: Work,
    fate: RowFate,
    reasons: RowReason[],
    match: ReplyKeys | null,
    draft: ReplyDraft | null = null,
  ): PlannedRow {
    const { row, content, node } = work;
    const isTaken = fate === 'new' || fate === 'changed';
    const findings = isTaken ? this.#lint(content) : [];
    const firstText = content.variants[0]?.find((part) => part.kind === 'text');
    return {
      row,
      fate,
      reasons: [...new Set(reasons)],
      title: content.title,
      shortcode: draft ? draft.shortcode : content.shortcode,
      categoryPath: node.path,
      text: firstText?.kind === 'text' ? firstText.text : '',
      pictures: content.variants.flat().filter((part) => part.kind === 'image').length,
      lint: worstSeverity(findings),
      findings: findings.length,
      existing: match && { id: match.id, title: match.title },
    };
  }

  #lint({ variants }: RowContent): LintFinding[] {
    if (this.#lintTime > this.#lintBudget) {
      this.#lintUnchecked += 1;
      return [];
    }
    const start = performance.now();
    const findings = variants.flatMap((parts) =>
      lintTexts(
        parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
        this.#policy,
      ),
    );
    this.#lintTime += performance.now() - start;
    return findings;
  }

  /** Links name replies by their ids in the file; where a reply has another id here, so have the links to it. */
  #relink(): void {
    if (this.#newIds.size === 0) return;
    for (const change of this.#replyChanges) if (change.after) change.after = this.#linkedHere(change.after);
  }

  #linkedHere<Links extends Partial<Pick<ReplyDraft, 'successorId' | 'nextIds'>>>(draft: Links): Links {
    const here = (id: Id) => this.#newIds.get(id) ?? id;
    const linked = { ...draft };
    if (draft.successorId) linked.successorId = here(draft.successorId);
    if (draft.nextIds) linked.nextIds = draft.nextIds.map(here);
    return linked;
  }

  /** Pictures of rows that are not taken are not stored. */
  #usedMedia(): MediaCollection {
    const used = new Set(
      this.#replyChanges.flatMap(({ after }) =>
        (after?.variants ?? []).flat().flatMap((part) => (part.kind === 'text' ? [] : [part.hash])),
      ),
    );
    return new Map([...this.#media].filter(([hash]) => used.has(hash)));
  }
}
