import type { LintNote } from '../../shared/domain/lint/lint-note.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { NewReplyError } from '../../shared/ipc.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { FormField } from './form-field.tsx';
import { LintNotes } from './lint-notes.tsx';
import { errorOf } from './new-reply-state.ts';
import type { NewReplyState } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';

type Props = { newReply: NewReplyState; notes: readonly LintNote[]; dispatch: Dispatch };

/** The small editor of Ctrl+N. */
export function NewReplyForm({ newReply, notes, dispatch }: Props) {
  const { t } = useLanguage();
  const { draft, categories, saving } = newReply;
  const failure = errorOf(newReply, 'storage');
  const wrong = (field: NewReplyError['field']) => {
    const error = errorOf(newReply, field);
    return error && errorWords(error, t);
  };
  const command = (kind: 'save-new-reply' | 'discard-new-reply') =>
    dispatch({ kind: 'command', command: { kind } });

  return (
    <section className="new-reply" data-place="new-reply" aria-labelledby="new-reply-heading">
      <h2 id="new-reply-heading">{t('palette.new.heading')}</h2>
      <FormField id="new-title" label={t('palette.new.title')} error={wrong('title')}>
        {(described) => (
          <input
            {...described}
            className="control"
            data-focus="new-reply"
            data-field="title"
            placeholder={t('palette.new.titleHint')}
            value={draft.title}
            onChange={(event) => dispatch({ kind: 'draft-changed', change: { title: event.target.value } })}
          />
        )}
      </FormField>
      <div className="form-row">
        <FormField id="new-category" label={t('palette.new.category')} error={null}>
          {(described) => (
            <select
              {...described}
              className="control"
              value={draft.categoryId ?? ''}
              onChange={(event) =>
                dispatch({ kind: 'draft-changed', change: { categoryId: event.target.value || null } })
              }
            >
              <option value="">{t('palette.new.noCategory')}</option>
              {categories.map(({ id, path }) => (
                <option key={id} value={id}>
                  {path.join(' › ')}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField id="new-shortcode" label={t('palette.new.shortcode')} error={wrong('shortcode')}>
          {(described) => (
            <input
              {...described}
              className="control"
              data-focus="new-reply"
              data-field="shortcode"
              placeholder={t('palette.new.shortcodeHint')}
              value={draft.shortcode}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) =>
                dispatch({ kind: 'draft-changed', change: { shortcode: event.target.value } })
              }
            />
          )}
        </FormField>
      </div>
      <FormField id="new-text" label={t('palette.new.text')} error={wrong('text')} grow>
        {(described) => (
          <textarea
            {...described}
            className="control"
            data-focus="new-reply"
            data-field="text"
            placeholder={t('palette.new.textHint')}
            value={draft.text}
            onChange={(event) => dispatch({ kind: 'draft-changed', change: { text: event.target.value } })}
          />
        )}
      </FormField>
      <LintNotes id="new-notes" notes={notes} limit={3} />
      <div className="form-actions">
        {failure !== null && (
          <p className="form-error" role="alert">
            {errorWords(failure, t)}
          </p>
        )}
        <button type="button" className="button" onClick={() => command('discard-new-reply')}>
          {t('palette.new.cancel')}
        </button>
        <button
          type="button"
          className="button"
          data-primary
          aria-disabled={saving}
          onClick={() => command('save-new-reply')}
        >
          {t(saving ? 'palette.new.saving' : 'palette.new.save')}
        </button>
      </div>
    </section>
  );
}

function errorWords({ problem, limit }: NewReplyError, t: Translate): string {
  switch (problem) {
    case 'empty':
      return t('palette.new.error.empty');
    case 'too-long':
      return t('palette.new.error.tooLong', { limit: limit ?? '' });
    case 'taken':
      return t('palette.new.error.taken');
    case 'invalid-characters':
      return t('palette.new.error.characters');
    case 'blocked-words':
      return t('palette.new.error.blocked');
    case 'failed':
      return t('palette.new.error.failed');
  }
}
