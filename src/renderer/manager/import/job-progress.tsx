import { Button, Progress } from '@mantine/core';
import { type ReactNode, useState } from 'react';

export type JobProgressProps = {
  title: string;
  /** What is being done now. */
  doing: string;
  /** 0 to 1; null while it is not known. */
  share: number | null;
  note?: ReactNode;
  cancelWords: string;
  cancellingWords: string;
  onCancel: () => void;
};

/** A job that takes a while: how far it is, and a way to stop it. */
export function JobProgress(props: JobProgressProps) {
  const { title, doing, share, note, cancelWords, cancellingWords, onCancel } = props;
  const [cancelling, setCancelling] = useState(false);
  const percent = Math.round((share ?? 1) * 100);
  return (
    <div className="transfer-job">
      <p className="transfer-job-title">{title}</p>
      <Progress
        value={percent}
        animated={share === null}
        striped={share === null}
        transitionDuration={200}
        aria-label={doing}
      />
      <p className="transfer-job-doing" role="status">
        <span>{cancelling ? cancellingWords : doing}</span>
        {share !== null && <span>{percent}%</span>}
      </p>
      {note && <p className="transfer-job-note">{note}</p>}
      <Button
        variant="default"
        disabled={cancelling}
        data-autofocus
        onClick={() => {
          setCancelling(true);
          onCancel();
        }}
      >
        {cancelWords}
      </Button>
    </div>
  );
}
