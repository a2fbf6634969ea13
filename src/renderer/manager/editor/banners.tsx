import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keptInTrashUntil } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { useWords } from '../../ui/words.tsx';
import { actionProblemWords } from './action-problem-words.ts';
import type { OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import type { FieldProblems } from './field-problems.ts';

type Props = {
  state: OpenState;
  problems: FieldProblems;
  onSave: () => void;
  onCompare: () => void;
};

/** What is to be said about the reply as a whole, the gravest first. */
export function Banners({ state, problems, onSave, onCompare }: Props) {
  const t = useWords(editorMessages);
  const { locale } = useLanguage();
  const { session } = useEditorTools();
  const { problem, resumedFrom, discarded, removed } = state;
  return (
    <div className="banners">
      {state.deletedAt !== null && (
        <Banner
          tone="warning"
          words={t('banner.trash', { at: instantWords(keptInTrashUntil(state.deletedAt), locale) })}
        >
          <Button
            size="compact-xs"
            onClick={() => void session.act({ kind: 'restore-replies', ids: [state.id] })}
          >
            {t('banner.restore')}
          </Button>
        </Banner>
      )}
      {problem && problem.kind !== 'shortcode-taken' && problem.kind !== 'validity-reversed' && (
        <Banner
          tone="danger"
          words={actionProblemWords(problem, t)}
          onDismiss={() => session.dismissNotices()}
        >
          {state.deletedAt === null && (
            <Button size="compact-xs" variant="default" onClick={onSave}>
              {t('banner.retry')}
            </Button>
          )}
        </Banner>
      )}
      {state.conflict && (
        <Banner tone="warning" words={t('banner.conflict')}>
          <Button size="compact-xs" onClick={onCompare}>
            {t('banner.compare')}
          </Button>
        </Banner>
      )}
      {state.tried && problems.blocked.length > 0 && (
        <Banner tone="danger" words={t('banner.blocked', { count: problems.blocked.length })} />
      )}
      {discarded && (
        <Banner tone="info" words={t('banner.discarded')} onDismiss={() => session.dismissNotices()}>
          <Button size="compact-xs" variant="default" onClick={() => session.takeBack()}>
            {t('banner.undo')}
          </Button>
        </Banner>
      )}
      {removed && (
        <Banner
          tone="info"
          words={removed.kind === 'variant' ? t('banner.variantRemoved') : t('banner.partRemoved')}
          onDismiss={() => session.dismissNotices()}
        >
          <Button size="compact-xs" variant="default" onClick={() => session.putBack()}>
            {t('banner.undo')}
          </Button>
        </Banner>
      )}
      {resumedFrom !== null && (
        <Banner
          tone="info"
          words={t('banner.resumed', { at: instantWords(resumedFrom, locale) })}
          onDismiss={() => session.dismissNotices()}
        >
          <Button size="compact-xs" variant="default" onClick={() => session.discard()}>
            {t('header.discard')}
          </Button>
        </Banner>
      )}
    </div>
  );
}

type BannerProps = {
  tone: 'info' | 'warning' | 'danger';
  words: string;
  children?: ReactNode;
  onDismiss?: () => void;
};

function Banner({ tone, words, children, onDismiss }: BannerProps) {
  const t = useWords(editorMessages);
  return (
    <div className="banner" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className="banner-words">{words}</span>
      {children}
      {onDismiss && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('banner.dismiss')}
          onClick={onDismiss}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
