import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { byteWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { addProblemWords } from './media-words.ts';
import { maxPngBytes } from './picture-size.ts';
import type { MediaNotice, useAddMedia } from './use-add-media.ts';

/** What became of pictures and files that were added, where it is not simply there. */
export function MediaNotices({ media }: { media: ReturnType<typeof useAddMedia> }) {
  return (
    <div aria-live="polite">
      {media.notices.map((notice) => (
        <NoticeRow
          key={notice.key}
          notice={notice}
          onDismiss={() => media.dismiss(notice.key)}
          onAsFile={() => {
            media.dismiss(notice.key);
            void media.add([notice.file], 'file');
          }}
        />
      ))}
    </div>
  );
}

type RowProps = { notice: MediaNotice; onDismiss: () => void; onAsFile: () => void };

function NoticeRow({ notice, onDismiss, onAsFile }: RowProps) {
  const t = useWords(editorMessages);
  const { problem } = notice;
  const lines = problem
    ? [addProblemWords(problem, t)]
    : [
        ...(notice.shrunk ? [t('media.shrunk', { limit: byteWords(maxPngBytes) })] : []),
        ...(notice.animated ? [t('media.firstFrame')] : []),
      ];
  // A picture of a kind that can't be decoded may still be sent as the file that it is.
  const canBeFile = problem?.kind === 'unreadable' && notice.file.type.startsWith('image/');
  return (
    <div className="banner" data-tone={problem ? 'danger' : 'info'}>
      <span className="banner-words">
        <strong>{notice.name}</strong> {lines.join(' ')}
      </span>
      {canBeFile && (
        <Button size="compact-xs" variant="default" onClick={onAsFile}>
          {t('media.asFile')}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('banner.dismiss')}
        onClick={onDismiss}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
