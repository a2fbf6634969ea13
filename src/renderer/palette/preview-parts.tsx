import type { PreviewPart } from '../../shared/ipc.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Preview } from './palette-state.ts';
import type { Dispatch } from './palette-store.ts';
import { PreviewText } from './preview-text.tsx';

type Props = { parts: PreviewPart[]; preview: Preview; dispatch: Dispatch };

/** The parts of a reply in the order in which they are pasted. */
export function PreviewParts({ parts, preview, dispatch }: Props) {
  const { t } = useLanguage();
  let texts = 0;
  return (
    <div className="parts">
      {parts.map((part, position) => {
        const key = `${part.kind} ${position}`;
        if (part.kind === 'image') return <PreviewImage key={key} part={part} />;
        if (part.kind === 'file') return <PreviewFile key={key} part={part} />;
        const index = texts++;
        const edited = preview.editedTexts?.[index];
        if (edited === undefined) {
          return <PreviewText key={key} pieces={part.pieces} preview={preview} dispatch={dispatch} />;
        }
        return (
          <textarea
            key={key}
            className="control edit-text"
            data-place="edit"
            data-focus="edit"
            aria-label={t('palette.edit.label', { number: index + 1 })}
            aria-describedby="edit-notes"
            value={edited}
            spellCheck={false}
            onChange={(event) => dispatch({ kind: 'edit-changed', index, text: event.target.value })}
          />
        );
      })}
    </div>
  );
}

function PreviewImage({ part }: { part: Extract<PreviewPart, { kind: 'image' }> }) {
  const { t } = useLanguage();
  if (part.url === null) {
    return (
      <p className="media-missing">
        <Icon name="image" size={14} />
        {t('palette.preview.imageMissing')}
      </p>
    );
  }
  const sized = part.width > 0 && part.height > 0 ? { width: part.width, height: part.height } : {};
  return (
    <img className="picture" src={part.url} alt={part.alt || t('palette.preview.imageAlt')} {...sized} />
  );
}

function PreviewFile({ part }: { part: Extract<PreviewPart, { kind: 'file' }> }) {
  const { t } = useLanguage();
  return (
    <p className="file" data-missing={part.bytes === null}>
      <Icon name="file" size={14} />
      <span className="file-name">{part.name}</span>
      <span className="file-size">
        {part.bytes === null ? t('palette.preview.fileMissing') : sizeWords(part.bytes)}
      </span>
    </p>
  );
}

/** A size in the unit that leaves one to three digits before the point. */
function sizeWords(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  const kilobytes = bytes / 1_024;
  return kilobytes < 1_024 ? `${kilobytes.toFixed(0)} KB` : `${(kilobytes / 1_024).toFixed(1)} MB`;
}
