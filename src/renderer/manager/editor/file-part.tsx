import { TextInput } from '@mantine/core';
import { IconFile, IconFileAlert } from '@tabler/icons-react';
import { memo } from 'react';
import type { MediaInfo } from '../../../shared/contract/library-calls.ts';
import type { FilePart as File } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { byteWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { useEditorTools } from './editor-tools.tsx';

type Props = { partKey: string; part: File; info: MediaInfo | null };

/** A file of a reply, under the name that the customer gets it with. */
export const FilePart = memo(function FilePart({ partKey, part, info }: Props) {
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const isMissing = info === null || info.url === null;
  return (
    <div className="file-part">
      {isMissing ? <IconFileAlert size={24} aria-hidden /> : <IconFile size={24} aria-hidden />}
      <TextInput
        size="xs"
        className="file-part-name"
        label={t('file.name')}
        value={part.name}
        maxLength={255}
        readOnly={readOnly}
        onChange={(event) =>
          session.change({ kind: 'part', part: partKey, value: { ...part, name: event.target.value } })
        }
      />
      <span className={isMissing ? 'field-error' : 'faint'}>
        {isMissing ? t('file.missing') : byteWords(info.bytes)}
      </span>
    </div>
  );
});
