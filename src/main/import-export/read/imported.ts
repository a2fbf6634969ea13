import type {
  ImportLayout,
  ImportPreview,
  ImportProblem,
  RowReason,
} from '../../../shared/contract/transfer-calls.ts';
import type { Category, Id, Instant, LibraryTier } from '../../../shared/domain/reply.ts';
import type { Result } from '../../../shared/result.ts';

/** A piece of a reply as a file holds it: pictures and files come along as bytes. */
export type ImportedPart =
  | { kind: 'text'; text: string }
  | { kind: 'image'; bytes: Uint8Array; alt: string }
  | { kind: 'file'; bytes: Uint8Array; name: string };

/** A reply as a file holds it, cleaned and within the limits of `reply.ts`, not yet matched with a library. */
export type ImportedReply = {
  /** Row of the sheet or running number in the file, counted from 1. */
  line: number;
  /** Name of the file or sheet. */
  from: string;
  /** Never empty, but for a row that is skipped. */
  title: string;
  /** The file has no title; this one was made of the text. */
  titleIsText: boolean;
  shortcode: string | null;
  variants: ImportedPart[][];
  tags: string[];
  note: string;
  /** From the outermost category inwards; empty for none. */
  categoryPath: string[];
  validFrom: Instant | null;
  validUntil: Instant | null;
  /** What the file says about who it is for; null when it says nothing. */
  tier: LibraryTier | null;
  /** Known only to an export of our own. */
  id: Id | null;
  favourite: boolean;
  /** What is to be looked at although the reply is taken. */
  reasons: RowReason[];
  /** Why it cannot be taken, or null. */
  skip: RowReason | null;
  /** Of an export of our own, which says everything about a reply; ids are those in the file. */
  exact?: { categoryId: Id | null; successorId: Id | null; nextIds: Id[] };
};

/** A category of an export of our own. */
export type ImportedCategory = Pick<Category, 'id' | 'parentId' | 'name' | 'color' | 'position'>;

/** What was read. `encoding` is of text files, such as `GB18030`; `table` is null for what is no table. */
export type Reading = {
  layout: ImportLayout;
  encoding: string | null;
  table: ImportPreview['table'];
  replies: ImportedReply[];
  /** Of an export of our own: all of its categories, parents before their children. */
  categories?: ImportedCategory[];
};

export type ReadOutcome = Result<Reading, ImportProblem>;
