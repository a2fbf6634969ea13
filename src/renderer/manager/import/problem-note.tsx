import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { useWords } from '../../ui/words.tsx';
import { type DialogProblem, problemWords } from './problem-words.ts';

/** What went wrong, in words; read out when it appears. */
export function ProblemNote({ problem, children }: { problem: DialogProblem | null; children?: ReactNode }) {
  const t = useWords(importMessages);
  const { locale } = useLanguage();
  if (problem === null) return null;
  return (
    <Alert
      className="transfer-problem"
      role="alert"
      color={problem.kind === 'cancelled' ? 'gray' : 'orange'}
      variant="light"
      icon={<IconAlertTriangle size={18} />}
    >
      {problemWords(problem, t, locale)}
      {children}
    </Alert>
  );
}
