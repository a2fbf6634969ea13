import { renameSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Id, Instant } from '../../shared/domain/reply.ts';
import type { SearchOutcome, SearchRow } from '../../shared/domain/search-result.ts';
import type { ReadableDatabase } from './database.ts';
import { type SearchEntries, searchEntries } from './search-entries.ts';
import { findReplies } from './search-finder.ts';
import { buildSearchDatabase } from './search-rebuild.ts';
import type { RebuildReport, RebuildTask } from './search-rebuild-worker.ts';
import { foundRows, startRows } from './search-rows.ts';
import {
  configureSearchDatabase,
  createSearchDatabase,
  openSearchDatabase,
  removeSearchDatabase,
  type SearchDatabase,
} from './search-schema.ts';
import { catchUp, isBehind, pendingChanges } from './search-update.ts';

export type SearchContext = {
  now: Instant;
  /** Key of the target app, for the list of an empty query; null when there is no target. */
  app: string | null;
  /** Most rows that come back. */
  limit: number;
};

/** How a rebuild ended. */
export type RebuildOutcome = { kind: 'done' } | { kind: 'failed'; detail: string } | { kind: 'cancelled' };

export type SearchIndex = {
  /** Finds replies for what was typed; an empty query lists favourites, then the replies used in the target app. */
  search(query: string, context: SearchContext): SearchOutcome;
  /**
   * Ids of the replies that `search` would find, at most `limit`, in the same order: for lists that read their rows
   * themselves. Replies that are not valid now are among them. An empty query finds nothing.
   */
  matches(query: string, now: Instant, limit: number): Id[];
  /**
   * Takes over what has changed in the library: edits, deletions and uses. To be called after each committed edit or use;
   * what a crash has left out is taken over when the index is opened. More than 2,000 changes start a rebuild.
   */
  applyChanges(): void;
  /**
   * Makes the index anew beside the old one, which serves until the new one is complete. At most one rebuild runs; another
   * call joins it. `onProgress` gets 0 to 1.
   */
  rebuild(onProgress?: (share: number) => void): Promise<RebuildOutcome>;
  /** 0 to 1 while a rebuild runs, else null. */
  rebuilding(): number | null;
  /** Resolves when no rebuild is running. */
  settled(): Promise<void>;
  close(): void;
};

export type SearchIndexOptions = {
  /** File of the index, beside the library's. */
  path: string;
  library: ReadableDatabase;
  /** The built `search-rebuild-worker`. */
  worker: string | URL;
  /** Told when a rebuild has put new results in place or its progress changed. */
  onRebuild?: (share: number | null) => void;
};

/** Nothing typed yet, or only what a shortcode or tag begins with. */
const asksNothing = /^[\s/、#]*$/;

/** So many replies are indexed on the spot: it takes less than half a second. */
const directLimit = 2_000;

/**
 * Opens the index of a library. A missing, damaged or outdated one is made anew: at once for a small library, else aside
 * in a worker while an empty one serves.
 */
export function openSearchIndex(options: SearchIndexOptions): SearchIndex {
  return new FileSearchIndex(options);
}

class FileSearchIndex implements SearchIndex {
  private readonly options: SearchIndexOptions;
  private db: SearchDatabase;
  private entries: SearchEntries;
  private share: number | null = null;
  private running: Promise<RebuildOutcome> | null = null;
  private worker: Worker | null = null;
  private closed = false;

  constructor(options: SearchIndexOptions) {
    this.options = options;
    const existing = openSearchDatabase(options.path);
    const usable = existing !== null && !isBehind(existing, options.library);
    if (existing && !usable) existing.close();
    this.db = existing && usable ? existing : this.makeFirst();
    this.entries = searchEntries(this.db);
    this.guard(() => this.entries.refresh());
    if (this.running === null) this.guard(() => this.applyChanges());
  }

  search(query: string, { now, app, limit }: SearchContext): SearchOutcome {
    const rows = this.guard(() => this.rows(query, now, app, limit)) ?? [];
    return { query, rows, rebuilding: this.share };
  }

  matches(query: string, now: Instant, limit: number): Id[] {
    if (asksNothing.test(query)) return [];
    const find = () =>
      findReplies(this.entries, query, now, limit, true).map(
        ({ entry }) => this.entries.detailOf(entry.rank).reply_id,
      );
    return this.guard(find) ?? [];
  }

  applyChanges(): void {
    this.guard(() => {
      const { library } = this.options;
      // A big import would hold the app up for seconds; the worker takes it over.
      if (pendingChanges(this.db, library) > directLimit) void this.rebuild();
      else if (catchUp(this.db, library)) this.entries.refresh();
    });
  }

  rebuilding(): number | null {
    return this.share;
  }

  rebuild(onProgress: (share: number) => void = () => {}): Promise<RebuildOutcome> {
    this.running ??= this.rebuildAside(onProgress).finally(() => {
      this.running = null;
      this.report(null);
    });
    return this.running;
  }

  async settled(): Promise<void> {
    await this.running;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    void this.worker?.terminate();
    this.db.close();
  }

  private rows(query: string, now: Instant, app: string | null, limit: number): SearchRow[] {
    const { library } = this.options;
    if (asksNothing.test(query)) return startRows(library, this.entries, app, now, limit);
    return foundRows(library, this.entries, findReplies(this.entries, query, now, limit), now);
  }

  /** An index for a library that has none: complete if the library is small, else empty until the rebuild is done. */
  private makeFirst(): SearchDatabase {
    const { path, library } = this.options;
    const count = library.prepare<[], number>('SELECT count(*) FROM reply').pluck().get() as number;
    if (count <= directLimit) {
      buildSearchDatabase(path, library, () => {});
      const built = openSearchDatabase(path);
      if (!built) throw new Error('the search index cannot be opened right after it was made');
      return built;
    }
    removeSearchDatabase(path);
    // Not marked complete: if the app ends before the rebuild does, the next start begins anew.
    const empty = createSearchDatabase(path);
    configureSearchDatabase(empty);
    void this.rebuild();
    return empty;
  }

  private async rebuildAside(onProgress: (share: number) => void): Promise<RebuildOutcome> {
    const { path, library } = this.options;
    const nextPath = `${path.replace(/\.db$/, '')}-next.db`;
    this.report(0);
    const task: RebuildTask = { libraryPath: library.name, indexPath: nextPath };
    const outcome = await this.runWorker(task, onProgress);
    if (this.closed || outcome.kind !== 'done') {
      removeSearchDatabase(nextPath);
      return this.closed ? { kind: 'cancelled' } : outcome;
    }
    return this.swapIn(nextPath);
  }

  private runWorker(task: RebuildTask, onProgress: (share: number) => void): Promise<RebuildOutcome> {
    return new Promise((resolve) => {
      const worker = new Worker(this.options.worker, { workerData: task });
      this.worker = worker;
      let complete = false;
      worker.on('message', ({ share }: RebuildReport) => {
        complete = share === 1;
        if (!complete) this.report(share);
        onProgress(share);
      });
      worker.on('error', (error) => resolve({ kind: 'failed', detail: error.message }));
      worker.on('exit', () => {
        this.worker = null;
        resolve(complete ? { kind: 'done' } : { kind: 'cancelled' });
      });
    });
  }

  /** Puts the new file in the place of the old one and takes over what changed since the rebuild began. */
  private swapIn(nextPath: string): RebuildOutcome {
    const { path } = this.options;
    this.db.close();
    let next: SearchDatabase | null = null;
    let detail = 'the rebuilt index cannot be opened';
    try {
      removeSearchDatabase(path);
      renameSync(nextPath, path);
      next = openSearchDatabase(path);
    } catch (error) {
      // Another program may hold the file, a virus scanner for one: the next start tries again.
      detail = error instanceof Error ? error.message : String(error);
    }
    this.db = next ?? createSearchDatabase(':memory:');
    this.entries = searchEntries(this.db);
    this.guard(() => this.entries.refresh());
    if (next === null) return { kind: 'failed', detail };
    this.applyChanges();
    return { kind: 'done' };
  }

  private report(share: number | null): void {
    this.share = share;
    this.options.onRebuild?.(share);
  }

  /**
   * Runs `action`; if the index file proves damaged it is made anew, and null comes back. On a full disk null comes back
   * too: what could not be taken over stays listed in the library, for the next time.
   */
  private guard<Value>(action: () => Value): Value | null {
    try {
      return action();
    } catch (error) {
      if (isOutOfSpace(error)) return null;
      if (!isDamage(error)) throw error;
      void this.rebuild();
      return null;
    }
  }
}

/** Lists in the rows are JSON: where SQLite does not notice swapped bytes, reading those does. */
function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return hasCode(error, ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR']);
}

function isOutOfSpace(error: unknown): boolean {
  return hasCode(error, ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY']);
}

function hasCode(error: unknown, prefixes: readonly string[]): boolean {
  return error instanceof Database.SqliteError && prefixes.some((prefix) => error.code.startsWith(prefix));
}

/** Removes the index at `path`, to be made anew at the next start: when the library was replaced by a backup. */
export function removeSearchIndex(path: string): void {
  removeSearchDatabase(path);
}
