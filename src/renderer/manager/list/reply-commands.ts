import { useMemo } from 'react';
import type { Id } from '../../../shared/domain/reply.ts';
import type { Actions } from '../actions/use-actions.ts';

/** What can be done with the selected replies. */
export type ReplyCommands = {
  edit: () => void;
  move: (ids: readonly Id[]) => void;
  tag: (ids: readonly Id[]) => void;
  setValidity: (ids: readonly Id[]) => void;
  export: () => void;
  duplicate: (ids: readonly Id[]) => void;
  delete: (ids: readonly Id[]) => void;
  restore: (ids: readonly Id[]) => void;
};

export type ReplyDialogs = Pick<ReplyCommands, 'edit' | 'move' | 'tag' | 'setValidity' | 'export'> & {
  /** Shows what a duplication has made. */
  showMade: (id: Id) => void;
};

/** The commands for replies: some ask first, the others act at once and can be undone. */
export function useReplyCommands({ run }: Actions, dialogs: ReplyDialogs): ReplyCommands {
  return useMemo(() => {
    async function duplicate(ids: readonly Id[]) {
      const done = await run({ kind: 'duplicate-replies', ids: [...ids] });
      const made = done?.replyIds[0];
      if (made !== undefined && ids.length === 1) dialogs.showMade(made);
    }

    return {
      ...dialogs,
      duplicate: (ids) => void duplicate(ids),
      delete: (ids) => void run({ kind: 'delete-replies', ids: [...ids] }),
      restore: (ids) => void run({ kind: 'restore-replies', ids: [...ids] }),
    };
  }, [run, dialogs]);
}
