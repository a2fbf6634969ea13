import { Button } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { memo, useId, useMemo, useRef, useState } from 'react';
import type { DraftFinding } from '../../../shared/domain/lint/lint-draft.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { useEditorTools } from './editor-tools.tsx';
import { FindingList } from './finding-list.tsx';
import { TemplateField, type TemplateFieldHandle } from './template-field.tsx';
import { tokensOf } from './template-tokens.ts';
import { UnknownList } from './unknown-list.tsx';

type Props = {
  partKey: string;
  text: string;
  number: number;
  fields: readonly string[];
  findings: readonly DraftFinding[];
  invalid: boolean;
};

/** A text of a reply with what is to be said about it. */
export const TextPart = memo(function TextPart({ partKey, text, number, fields, findings, invalid }: Props) {
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const notesId = useId();
  const field = useRef<TemplateFieldHandle>(null);
  const unknown = useMemo(() => tokensOf(text).filter(({ piece }) => piece.kind === 'unknown'), [text]);
  const [typing, setTyping] = useState<number | null>(null);
  // Findings come a moment after the text; those that the text has outgrown are not drawn. What is said of an unknown
  // placeholder is more exact than what the check says of it.
  const current = findings.filter(
    ({ range, match }) =>
      text.slice(...range) === match &&
      !unknown.some((token) => token.range[0] < range[1] && token.range[1] > range[0]),
  );

  return (
    <div className="text-part">
      <TemplateField
        handle={field}
        text={text}
        label={t('text.label', { number })}
        placeholder={t('text.hint')}
        fields={fields}
        marks={current}
        readOnly={readOnly}
        invalid={invalid}
        describedBy={notesId}
        onTyping={setTyping}
        onChange={(next) => session.change({ kind: 'text', part: partKey, text: next })}
      />
      {!readOnly && (
        <div className="text-part-tools">
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconBraces size={14} />}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => field.current?.openList()}
          >
            {t('text.insert')}
          </Button>
        </div>
      )}
      <div id={notesId}>
        <UnknownList
          unknown={unknown.filter(({ range }) => range[0] !== typing)}
          onShow={({ range }) => field.current?.select(range)}
        />
        <FindingList
          findings={current}
          readOnly={readOnly}
          onShow={({ range }) => field.current?.select(range)}
          onReplace={({ range, instead }) => field.current?.replace(range, instead)}
        />
      </div>
    </div>
  );
});
