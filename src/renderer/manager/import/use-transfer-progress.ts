import { useEffect, useState } from 'react';
import type { TransferEvents, TransferProgress } from '../../../shared/contract/transfer-calls.ts';
import { onEvent } from '../../api.ts';

/** How far the running job is; null while none runs here. `active` says whether one does. */
export function useTransferProgress(active: boolean): TransferProgress | null {
  const [progress, setProgress] = useState<TransferProgress | null>(null);
  useEffect(() => {
    setProgress(null);
    return active ? onEvent<TransferEvents, 'transferProgress'>('transferProgress', setProgress) : undefined;
  }, [active]);
  return active ? progress : null;
}
