import { TagsInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { cleanTags, maxTags } from '../../../shared/domain/tags.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { useEditorTools } from './editor-tools.tsx';

/** The tags, with those of the library as suggestions. */
export function TagsField({ tags }: { tags: string[] }) {
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const [known, setKnown] = useState<string[]>([]);

  useEffect(() => {
    let wanted = true;
    void api.listTags().then((all) => {
      if (wanted) setKnown(all.map(({ tag }) => tag));
    });
    return () => {
      wanted = false;
    };
  }, []);

  return (
    <TagsInput
      size="sm"
      label={t('tags.label')}
      placeholder={tags.length === 0 ? t('tags.hint') : ''}
      data={known}
      limit={30}
      maxTags={maxTags}
      value={tags}
      readOnly={readOnly}
      splitChars={[',', '，', '、', ';', '；']}
      acceptValueOnBlur
      clearable={false}
      onChange={(next) => session.change({ kind: 'fields', fields: { tags: cleanTags(next) } })}
    />
  );
}
