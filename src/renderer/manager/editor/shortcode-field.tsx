import { Anchor, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { DraftProblem } from '../../../shared/domain/reply-draft.ts';
import { normalizeShortcode } from '../../../shared/domain/reply-draft.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { draftProblemWords } from './draft-problem-words.ts';
import { maxKept } from './edit-form.ts';
import type { OpenState } from './editor-state.ts';
import { useEditorTools } from './editor-tools.tsx';
import { type ShortcodeCheck, ShortcodeChecker } from './shortcode-check.ts';

type Props = { state: OpenState; problem: DraftProblem | null };

/** The shortcode, checked while it is typed. */
export function ShortcodeField({ state, problem }: Props) {
  const t = useWords(editorMessages);
  const { session, readOnly, onOpenReply } = useEditorTools();
  const [check, setCheck] = useState<ShortcodeCheck>({ kind: 'none' });
  const checker = useMemo(() => new ShortcodeChecker(api.shortcodeOwner, setCheck), []);
  const typed = state.form.shortcode ?? '';
  const normal = normalizeShortcode(typed);
  const { libraryId } = state.form;

  useEffect(() => {
    if (!readOnly) checker.check(libraryId, typed, session.id);
    return () => checker.stop();
  }, [checker, libraryId, typed, session, readOnly]);

  const isChanged = normal !== state.baseline.shortcode;
  const refused = state.problem?.kind === 'shortcode-taken' ? state.problem.by : null;
  const owner = check.kind === 'taken' ? check.by : check.kind === 'checking' ? null : refused;
  const error = problem ? (
    draftProblemWords(problem, t)
  ) : owner ? (
    <>
      {t('shortcode.taken')}{' '}
      <Anchor component="button" type="button" size="xs" onClick={() => onOpenReply(owner.id)}>
        {owner.title || t('untitled')}
      </Anchor>
    </>
  ) : undefined;

  return (
    <TextInput
      size="sm"
      label={t('shortcode.label')}
      placeholder={t('shortcode.hint')}
      description={problem ? undefined : hint(typed, normal, isChanged ? check : { kind: 'none' }, t)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      value={typed}
      readOnly={readOnly}
      maxLength={maxKept.line}
      spellCheck={false}
      autoComplete="off"
      data-field="shortcode"
      onChange={(event) =>
        session.change({
          kind: 'fields',
          fields: { shortcode: event.target.value === '' ? null : event.target.value },
        })
      }
    />
  );
}

function hint(
  typed: string,
  normal: string | null,
  check: ShortcodeCheck,
  t: ReturnType<typeof useWords<keyof (typeof editorMessages)['zh-CN']>>,
): string | undefined {
  if (normal === null) return undefined;
  if (normal !== typed) return t('shortcode.storedAs', { code: normal });
  return check.kind === 'free' ? t('shortcode.free') : undefined;
}
