import type { ManagerView } from '../../../shared/contract/library-calls.ts';
import type { Id } from '../../../shared/domain/reply.ts';

export type InsightPageProps = {
  view: ManagerView;
  /** Shows a reply in list and editor. */
  onOpenReply: (id: Id) => void;
  /** Starts a new reply with this title, from a search without an answer. */
  onNewReply: (title: string) => void;
  onClose: () => void;
};

/** The dashboard of the own library. It takes the place of list and editor. */
export function InsightPage(_props: InsightPageProps) {
  return null;
}
