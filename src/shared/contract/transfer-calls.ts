import { z } from 'zod';
import type { LintFinding } from '../domain/lint/lint-rule.ts';
import type { Id } from '../domain/reply.ts';
import type { UndoState } from '../library-action.ts';
import type { Result } from '../result.ts';
import { call, id } from './call.ts';
import { listQuery } from './library-calls.ts';

/** Fields that a column of a table can stand for. */
const tableField = z.enum([
  'category',
  'subcategory',
  'title',
  'body',
  'shortcode',
  'tags',
  'tier',
  'note',
  'validFrom',
  'expiry',
  /** Names of pictures that lie beside the table, in a zip or folder. */
  'image',
  'ignore',
]);
export type TableField = z.output<typeof tableField>;

const sourceNumber = z.number().int().nonnegative();

/** How a table is to be read: the row of the header, counted from 0 (-1: none), and the field of each column. */
const tableMapping = z.object({
  sheet: z.number().int().min(0).max(500),
  headerRow: z.number().int().min(-1).max(50),
  /** Empty lets the reader decide about this sheet. */
  columns: z.array(tableField).max(500),
  /** Whether a vertical bar in a body separates variants. */
  splitVariants: z.boolean(),
});
export type TableMapping = z.output<typeof tableMapping>;

const importChoice = z.object({
  libraryId: id,
  /** Where replies without a category go, and below which the others' categories are made. */
  parentCategoryId: id.nullable(),
  /** What happens to a reply that is in the library already and differs. */
  onConflict: z.enum(['update', 'keep', 'add-copy']),
  /** Null for what is no table, or to let the reader decide. */
  mapping: tableMapping.nullable(),
});
export type ImportChoice = z.output<typeof importChoice>;

/** `zip` is a workbook with its pictures and files beside it. */
const exportFormat = z.enum(['xlsx', 'zip', 'csv', 'json', 'markdown', 'pdf']);
export type ExportFormat = z.output<typeof exportFormat>;

const exportRequest = z.object({
  format: exportFormat,
  /** `query` exports a list as it is filtered, in its order; `ids` the selected replies. */
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('library'), libraryId: id }),
    z.object({ kind: z.literal('query'), query: listQuery }),
    z.object({ kind: z.literal('ids'), ids: z.array(id).min(1).max(1_000_000) }),
  ]),
});
export type ExportRequest = z.output<typeof exportRequest>;

/** Calls for import and export. One job runs at a time; its progress comes as `transferProgress`. */
export const transferCalls = {
  /** Lets the person choose files, or a folder where `folder` is true. Null when nothing was chosen. */
  chooseImport: call<ImportSource | null>()(z.tuple([z.boolean()])),
  /** Takes files that were dropped on the window or pasted, as name and bytes; 50 MB each, 200 files. */
  takeFiles: call<Result<ImportSource, ImportProblem>>()(
    z.tuple([z.array(z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) })).max(200)]),
  ),
  /** Reads a source: what it is, its columns if it is a table, and what would become of its rows. */
  previewImport: call<Result<ImportPreview, ImportProblem>>()(z.tuple([sourceNumber, importChoice])),
  /** Does what the last preview of this source has shown, in one transaction, after a backup. One undo takes it back. */
  applyImport: call<Result<ImportDone, ImportProblem>>()(z.tuple([sourceNumber])),
  closeImport: call<void>()(z.tuple([sourceNumber])),
  cancelTransfer: call<void>()(z.tuple([])),
  /** Asks where to, and writes. Null when the person chose nothing. */
  exportReplies: call<Result<RepliesExported, ExportProblem> | null>()(z.tuple([exportRequest])),
  /** Saves the sample template in the interface language. Null when the person chose nothing. */
  saveTemplate: call<Result<ExportDone, ExportProblem> | null>()(z.tuple([z.enum(['xlsx', 'csv'])])),
  showInFolder: call<void>()(z.tuple([z.string().max(4_096)])),
};

export type TransferEvents = {
  transferProgress: TransferProgress;
  /** The command line or a second start asks to import this source. */
  importRequested: ImportSource;
};

export type TransferProgress = {
  job: 'read' | 'backup' | 'apply' | 'export' | 'archive';
  /** 0 to 1; null while it is not known. */
  share: number | null;
};

export type ImportSource = { number: number; names: string[] };

/** What a file was recognised as. */
export type ImportLayout =
  | 'table'
  | 'kefubao'
  | 'qianniu'
  | 'phrase-list'
  | 'espanso'
  | 'beeftext-json'
  | 'beeftext-csv'
  | 'textexpander'
  | 'autokey'
  | 'raycast'
  | 'alfred'
  | 'text-blaze'
  | 'ditto'
  | 'zendesk'
  | 'gorgias'
  | 'chatwoot'
  | 'intercom'
  | 'repartee-json';

/** What becomes of a row. */
export type RowFate = 'new' | 'changed' | 'unchanged' | 'skipped';

/** Why a row is skipped, or what is to be looked at although it is taken. */
export type RowReason =
  | 'empty-body'
  | 'body-too-long'
  | 'title-cut'
  | 'shortcode-dropped'
  | 'shortcode-taken'
  | 'duplicate-in-file'
  | 'kept-existing'
  | 'regex-trigger'
  | 'disabled'
  | 'hidden-characters'
  /** Tags of a web editor were taken out of the text. */
  | 'markup-removed'
  | 'unknown-placeholder'
  | 'script-variable'
  | 'image-missing'
  | 'image-unreadable'
  | 'bad-date'
  | 'formula-not-evaluated'
  /** Cells behind the last heading, which belong to no column: commas of a text may have parted it. */
  | 'beyond-header'
  /** Words of a template on how to fill it in, right below its header. */
  | 'template-hint'
  /** Names the category of the rows below it. */
  | 'category-heading'
  /** Its category stands in a row above. */
  | 'category-from-above'
  | 'not-a-reply';

export type PreviewRow = {
  /** Row of the sheet or running number in the file, counted from 1. */
  line: number;
  /** Name of the file or sheet it is from. */
  from: string;
  fate: RowFate;
  reasons: RowReason[];
  title: string;
  shortcode: string | null;
  categoryPath: string[];
  snippet: string;
  pictures: number;
  lint: LintFinding['severity'] | null;
  /** The reply in the library that it is the same as. */
  existing: { id: Id; title: string } | null;
};

export type ImportPreview = {
  layout: ImportLayout;
  /** Text encoding for text files, such as `GB18030`; else null. */
  encoding: string | null;
  /** For tables: how it was read, and what the file holds, so that the mapping can be corrected. */
  table: {
    mapping: TableMapping;
    /** The reader is not sure: the person should look at the columns before going on. */
    unsure: boolean;
    sheets: string[];
    /** Those of them that were not read, since their columns were not known for sure, at most 20. */
    unread: string[];
    /** First rows as they stand in the file, at most 6 of at most 60 columns, 80 characters a cell. */
    sample: string[][];
  } | null;
  counts: Record<RowFate, number>;
  reasons: Partial<Record<RowReason, number>>;
  /** Paths of the categories that would be made, at most 200. */
  newCategories: string[][];
  newCategoryCount: number;
  lintFindings: number;
  /** Rows that a preview had no time to check; the check goes on in the background once they are in the library. */
  lintUnchecked: number;
  pictures: number;
  /** The first 200, those with something to look at first. */
  rows: PreviewRow[];
};

export type ImportDone = {
  counts: Record<RowFate, number>;
  categories: number;
  pictures: number;
  undo: UndoState;
};

/** Why a source cannot be imported. `limit` is in the unit that its kind names. */
export type ImportProblem =
  | { kind: 'not-found' | 'unreadable' | 'folder-empty'; name: string; code: string | null }
  /** `limit` in bytes. */
  | { kind: 'too-large' | 'unpacks-too-large'; name: string; limit: number }
  | { kind: 'too-many-rows'; name: string; limit: number }
  | { kind: 'empty'; name: string }
  /** Nothing we know; also a binary or a picture. */
  | { kind: 'unknown-format'; name: string }
  /** A known but unsupported one; `format` names it, such as `CopyQ` or `PhraseExpress`. */
  | { kind: 'unsupported'; name: string; format: string }
  | { kind: 'password'; name: string }
  /** Broken in itself; `line` counted from 1 where the reader tells. */
  | { kind: 'damaged'; name: string; line: number | null }
  | { kind: 'too-complex'; name: string }
  /** A table whose columns hold no body; the mapping has to say which one does. */
  | { kind: 'no-body-column'; name: string; preview: ImportPreview['table'] }
  | { kind: 'timeout'; name: string }
  | { kind: 'cancelled' }
  | { kind: 'busy' }
  | { kind: 'preview-outdated' }
  | { kind: 'storage'; code: string };

export type ExportDone = { path: string; count: number };
/** `missingMedia`: pictures and files that were gone, and are not in the export. */
export type RepliesExported = ExportDone & { missingMedia: number };
export type ExportProblem =
  | { kind: 'cancelled' }
  | { kind: 'busy' }
  | { kind: 'empty' }
  | { kind: 'too-many'; limit: number }
  /** More than can be imported again; `limit` in bytes. */
  | { kind: 'too-large'; limit: number }
  /** `code` is the system's, such as `ENOSPC` or `EACCES`; nothing is left at `path`. */
  | { kind: 'storage'; code: string; path: string };
