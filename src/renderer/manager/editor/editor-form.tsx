import { Textarea, TextInput } from '@mantine/core';
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { lintPolicy } from '../../../shared/domain/lint/lint-policy.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { handOverField } from '../window/focus.ts';
import { Banners } from './banners.tsx';
import { CategoryField } from './category-field.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ContentSection } from './content-section.tsx';
import { draftProblemWords } from './draft-problem-words.ts';
import { maxKept, toDraft } from './edit-form.ts';
import { EditorHeader } from './editor-header.tsx';
import { isDirty, type OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { fieldProblems, findingsOf, isSavable } from './field-problems.ts';
import { HistoryDrawer } from './history-drawer.tsx';
import { NextField, SuccessorField } from './link-fields.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { ShortcodeField } from './shortcode-field.tsx';
import { TagsField } from './tags-field.tsx';
import { filesOf, useAddMedia } from './use-add-media.ts';
import { ValidityFields } from './validity-fields.tsx';

type Props = { state: OpenState; onSaved: (next: boolean) => void };

/** All fields of a reply, its preview, and the keys and drops that belong to the pane as a whole. */
export function EditorForm({ state, onSaved }: Props) {
  const t = useWords(editorMessages);
  const { session, view, readOnly } = useEditorTools();
  const pane = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<'history' | 'conflict' | null>(null);
  const [lastPart, setLastPart] = useState<string | null>(null);
  const { form } = state;
  const variant = form.variants.find(({ key }) => key === state.variant) ?? form.variants[0];
  // Check and preview follow the typing as soon as there is time for them.
  const settled = useDeferredValue(form);
  const draft = useMemo(() => toDraft(settled), [settled]);
  const policy = useMemo(() => lintPolicy(view.settings, view.locale), [view.settings, view.locale]);
  const findings = useMemo(() => findingsOf(draft, policy), [draft, policy]);
  const problems = useMemo(() => fieldProblems(draft, findings), [draft, findings]);
  const media = useAddMedia(variant?.key ?? '', lastPart);
  const drop = useFileDrop(readOnly ? null : (files) => void media.add(files));
  if (!variant) throw new Error('A form has a variant');

  const save = async (next: boolean) => {
    handOverField(true);
    // A field may have handed something over with this very key.
    const state = session.state();
    if (readOnly || state.stage !== 'open' || state.saving) return;
    if (state.conflict) {
      setDialog('conflict');
      return;
    }
    const { form } = state;
    const now = toDraft(form);
    const nowProblems = fieldProblems(now, findingsOf(now, policy));
    if (!isSavable(nowProblems)) {
      session.showProblems();
      const wrong = nowProblems.variants.findIndex((problem) => problem !== null);
      const wrongKey = form.variants[wrong]?.key;
      if (wrongKey !== undefined && nowProblems.title === null) session.showVariant(wrongKey);
      requestAnimationFrame(() => focusFirstError(pane.current));
      return;
    }
    if (state.saved !== null && !isDirty(state)) {
      onSaved(next);
      return;
    }
    const outcome = await session.save();
    // Another reply has been opened meanwhile.
    if (pane.current === null) return;
    if (outcome === 'saved') onSaved(next);
    if (outcome === 'conflict') setDialog('conflict');
    if (outcome === 'failed') requestAnimationFrame(() => focusFirstError(pane.current));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !isCommand(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    void save(true);
  };

  // Wherever the focus is: what is open is what one expects to be saved.
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.key.toLowerCase() !== 's' || !isCommand(event)) return;
      event.preventDefault();
      void saveNow.current(false);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const onPaste = (event: ClipboardEvent) => {
    const files = filesOf(event.clipboardData);
    // Text beside a picture, as spreadsheets copy it, is meant as text where text is being written.
    const isText = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (readOnly || files.length === 0) return;
    if (isText && event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    void media.add(files);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys, pastes and drops of the fields inside are caught here
    <div
      ref={pane}
      className="editor"
      data-dropping={drop.over}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      {...drop.props}
    >
      <EditorHeader state={state} onSave={() => void save(false)} onHistory={() => setDialog('history')} />
      <div className="editor-scroll">
        <Banners
          state={state}
          problems={problems}
          onSave={() => void save(false)}
          onCompare={() => setDialog('conflict')}
        />
        <div className="editor-columns">
          <div className="editor-main">
            <TextInput
              className="title-field"
              label={t('title.label')}
              placeholder={t('title.hint')}
              error={
                problems.title && (state.tried || problems.title.problem !== 'empty')
                  ? draftProblemWords(problems.title, t)
                  : undefined
              }
              value={form.title}
              readOnly={readOnly}
              maxLength={maxKept.line}
              autoComplete="off"
              spellCheck={false}
              data-field="title"
              autoFocus={state.saved === null && form.title === ''}
              onChange={(event) => session.change({ kind: 'fields', fields: { title: event.target.value } })}
            />
            <div className="field-pair">
              <CategoryField state={state} />
              <ShortcodeField state={state} problem={problems.shortcode} />
            </div>
            <TagsField tags={form.tags} />
            <ContentSection
              state={state}
              variant={variant}
              findings={findings}
              problems={problems}
              media={media}
              lastPart={lastPart}
              onFocusPart={setLastPart}
            />
          </div>
          <PreviewPane
            draft={draft}
            variant={Math.max(
              0,
              settled.variants.findIndex(({ key }) => key === variant.key),
            )}
            media={state.media}
          />
          <div className="editor-more">
            <Textarea
              size="sm"
              className="note-field"
              label={t('note.label')}
              description={t('note.help')}
              placeholder={t('note.hint')}
              value={form.note}
              readOnly={readOnly}
              maxLength={maxKept.note}
              spellCheck={false}
              onChange={(event) => session.change({ kind: 'fields', fields: { note: event.target.value } })}
            />
            <ValidityFields state={state} reversed={problems.validity === 'reversed'} />
            <SuccessorField state={state} />
            <NextField state={state} />
          </div>
        </div>
      </div>
      {drop.over && <div className="drop-here">{t('drop.here')}</div>}
      <HistoryDrawer state={state} opened={dialog === 'history'} onClose={() => setDialog(null)} />
      <ConflictDialog
        state={state}
        opened={dialog === 'conflict'}
        onClose={() => setDialog(null)}
        onKeepMine={() => void session.save()}
      />
    </div>
  );
}

function isCommand(event: globalThis.KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.isComposing;
}

function focusFirstError(pane: HTMLElement | null): void {
  const wrong = pane?.querySelector<HTMLElement>('[aria-invalid=true]');
  wrong?.focus();
  wrong?.scrollIntoView({ block: 'nearest' });
}

/** Files that are dropped on the pane. They are kept from the window, which would take them for an import. */
function useFileDrop(onFiles: ((files: File[]) => void) | null) {
  const [depth, setDepth] = useState(0);
  const carriesFiles = (event: DragEvent) => onFiles !== null && event.dataTransfer.types.includes('Files');
  const props = {
    onDragEnter: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setDepth((count) => count + 1);
    },
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.stopPropagation();
      setDepth((count) => Math.max(0, count - 1));
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setDepth(0);
      onFiles?.(filesOf(event.dataTransfer));
    },
  };
  return { over: depth > 0, props };
}
