import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { MediaInfo } from '../../../shared/contract/library-calls.ts';
import type { ImagePart as Image } from '../../../shared/domain/reply.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { byteWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import { type AddProblem, originalSize, resizePicture } from './add-media.ts';
import { useEditorTools } from './editor-tools.tsx';
import { addProblemWords } from './media-words.ts';
import { fitted, type OfferedSide, offeredSides, sidesFor } from './picture-size.ts';

type Props = { partKey: string; part: Image; info: MediaInfo | null; number: number };

/** A picture of a reply: what it looks like, how large it is sent, and words for those who can't see it. */
export const ImagePart = memo(function ImagePart({ partKey, part, info, number }: Props) {
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const [zoomed, setZoomed] = useState(false);
  const [resizing, setResizing] = useState(false);
  const [problem, setProblem] = useState<AddProblem | null>(null);
  const label = part.alt || t('image.label', { number });
  const url = info?.url ?? null;

  const resize = async (side: OfferedSide) => {
    if (!info) return;
    setResizing(true);
    setProblem(null);
    const result = await resizePicture(info, part.alt, side, api);
    setResizing(false);
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    session.learnMedia([result.added.info]);
    session.change({ kind: 'part', part: partKey, value: result.added.part });
  };

  return (
    <div className="image-part">
      {url === null ? (
        <div className="picture-missing">
          <IconPhotoOff size={20} aria-hidden />
          <span>{t('image.missing')}</span>
        </div>
      ) : (
        <button
          type="button"
          className="thumbnail"
          aria-label={t('image.zoom', { name: label })}
          onClick={() => setZoomed(true)}
        >
          <img src={url} alt="" />
        </button>
      )}
      <div className="image-part-fields">
        <TextInput
          size="xs"
          label={t('image.alt')}
          placeholder={t('image.altHint')}
          value={part.alt}
          maxLength={500}
          readOnly={readOnly}
          onChange={(event) =>
            session.change({ kind: 'part', part: partKey, value: { ...part, alt: event.target.value } })
          }
        />
        <div className="image-part-size">
          {info && !readOnly && url !== null && (
            <SizeSelect info={info} disabled={resizing} onChoose={(side) => void resize(side)} />
          )}
          <span className="faint">
            {info && info.width !== null && info.height !== null && `${info.width} × ${info.height} · `}
            {info && byteWords(info.bytes)}
            {resizing && ` · ${t('media.busy')}`}
          </span>
        </div>
        {problem && (
          <p className="field-error" role="alert">
            {addProblemWords(problem, t)}
          </p>
        )}
      </div>
      <Modal
        opened={zoomed}
        onClose={() => setZoomed(false)}
        closeButtonProps={{ 'aria-label': t('close') }}
        title={label}
        size="auto"
        centered
      >
        {url !== null && <img className="zoomed" src={url} alt={label} />}
      </Modal>
    </div>
  );
});

type SizeSelectProps = { info: MediaInfo; disabled: boolean; onChoose: (side: OfferedSide) => void };

function SizeSelect({ info, disabled, onChoose }: SizeSelectProps) {
  const t = useWords(editorMessages);
  const original = originalSize(info);
  if (!original) return null;
  const sides = sidesFor(original);
  if (sides.length < 2) return null;
  const longest = Math.max(info.width ?? 0, info.height ?? 0);
  const chosen = sides.find((side) => Math.max(...Object.values(fitted(original, side))) === longest);
  const data = sides.map((side) => {
    const size = fitted(original, side);
    const words = side === null ? t('image.original') : t('image.side', { side });
    return { value: String(side), label: `${words} (${size.width} × ${size.height})` };
  });
  // Shrunk further than any offered size, to keep the file small.
  const own = { value: 'own', label: `${info.width} × ${info.height}` };
  return (
    <NativeSelect
      size="xs"
      aria-label={t('image.size')}
      disabled={disabled}
      value={chosen === undefined ? 'own' : String(chosen)}
      data={chosen === undefined ? [own, ...data] : data}
      onChange={(event) => {
        const side = offeredSides.find((offered) => String(offered) === event.target.value);
        if (side !== undefined) onChoose(side);
      }}
    />
  );
}
