import { Button } from '@mantine/core';
import { IconFilePlus, IconPhotoPlus, IconTextPlus } from '@tabler/icons-react';
import { useId, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { DraftFinding } from '../../../shared/domain/lint/lint-draft.ts';
import { MAX_BODY_LENGTH } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { draftProblemWords } from './draft-problem-words.ts';
import type { EditVariant } from './edit-form.ts';
import type { OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { type FieldProblems, lengthOf } from './field-problems.ts';
import { FindingList } from './finding-list.tsx';
import { MediaNotices } from './media-notices.tsx';
import { focusPart, PartList } from './part-list.tsx';
import { fieldNames } from './template-tokens.ts';
import type { useAddMedia } from './use-add-media.ts';
import { VariantTabs } from './variant-tabs.tsx';

type Props = {
  state: OpenState;
  variant: EditVariant;
  findings: readonly DraftFinding[];
  problems: FieldProblems;
  media: ReturnType<typeof useAddMedia>;
  lastPart: string | null;
  onFocusPart: (key: string) => void;
};

/** What is pasted: the wordings and their parts. */
export function ContentSection(props: Props) {
  const { state, variant, findings, problems, media, lastPart, onFocusPart } = props;
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const panelId = useId();
  const at = state.form.variants.indexOf(variant);
  const problem = problems.variants[at] ?? null;
  // An empty text is no mistake before saving was tried; too much of it is at once.
  const shown = problem && (state.tried || problem.problem !== 'empty') ? problem : null;
  const { length, level } = lengthOf(variant.parts.map(({ part }) => part));
  const own = useMemo(
    () => findings.filter(({ place }) => place.field === 'text' && place.variant === at),
    [findings, at],
  );
  const fields = useFieldNames(state.form.variants);
  const blocked = new Set(
    problems.blocked.flatMap(({ place }) => (place.field === 'text' ? [place.variant] : [])),
  );
  const invalid = state.form.variants
    .map((_variant, index) => index)
    .filter((index) => blocked.has(index) || (state.tried && (problems.variants[index] ?? null) !== null));

  const addText = () => {
    const key = flushSync(() => session.addPart(variant.key, lastPart, { kind: 'text', text: '' }));
    focusPart(key);
  };

  return (
    <section className="content-section" aria-label={t('content.label')}>
      <VariantTabs variants={state.form.variants} active={variant.key} invalid={invalid} panelId={panelId} />
      <div id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${variant.key}`}>
        <PartList
          key={variant.key}
          variant={variant}
          media={state.media}
          fields={fields}
          findings={own}
          invalid={shown !== null}
          onFocusPart={onFocusPart}
        />
        {!readOnly && (
          <div className="add-parts">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTextPlus size={14} />}
              onClick={addText}
            >
              {t('parts.addText')}
            </Button>
            <FileButton kind="image" onFiles={(files) => void media.add(files)} />
            <FileButton kind="file" onFiles={(files) => void media.add(files, 'file')} />
            {media.busy && (
              <span className="faint" role="status">
                {t('media.busy')}
              </span>
            )}
            <span className="text-length" data-level={level}>
              {level === 'far'
                ? t('text.length', { length })
                : t('text.lengthOf', { length, limit: MAX_BODY_LENGTH })}
            </span>
          </div>
        )}
        {shown && (
          <p className="field-error" role="alert">
            {draftProblemWords(shown, t)}
          </p>
        )}
        <MediaNotices media={media} />
      </div>
      <TitleFindings findings={findings} />
    </section>
  );
}

function TitleFindings({ findings }: { findings: readonly DraftFinding[] }) {
  const { readOnly } = useEditorTools();
  const inTitle = findings.filter(({ place }) => place.field === 'title');
  return <FindingList findings={inTitle} readOnly={readOnly} />;
}

/** Fields that any wording uses; the same list while they stay the same. */
function useFieldNames(variants: readonly EditVariant[]): readonly string[] {
  const names = fieldNames(
    variants.flatMap(({ parts }) => parts.flatMap(({ part }) => (part.kind === 'text' ? [part.text] : []))),
  );
  const key = names.join('\n');
  return useMemo(() => (key === '' ? [] : key.split('\n')), [key]);
}

type FileButtonProps = { kind: 'image' | 'file'; onFiles: (files: File[]) => void };

function FileButton({ kind, onFiles }: FileButtonProps) {
  const t = useWords(editorMessages);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={kind === 'image' ? <IconPhotoPlus size={14} /> : <IconFilePlus size={14} />}
        onClick={() => input.current?.click()}
      >
        {kind === 'image' ? t('parts.addImage') : t('parts.addFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={kind === 'image' ? t('parts.addImage') : t('parts.addFile')}
        {...(kind === 'image' ? { accept: 'image/*' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
