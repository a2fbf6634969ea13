import { NativeSelect, TextInput } from '@mantine/core';
import { IconFile, IconPhotoOff } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { FillContext } from '../../../shared/domain/fill.ts';
import { splitHidden } from '../../../shared/domain/hidden-characters.ts';
import type { ReplyDraft } from '../../../shared/domain/reply.ts';
import { previewMessages } from '../../../shared/i18n/areas/preview.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { byteWords } from '../../ui/number-words.ts';
import { useWords } from '../../ui/words.tsx';
import { useEditorTools } from './editor-tools.tsx';
import {
  type Asked,
  type MediaKnown,
  type PasteProblem,
  type PreviewPart,
  type PreviewPiece,
  previewOf,
  validityProblem,
} from './preview-model.ts';

type Props = { draft: ReplyDraft; variant: number; media: MediaKnown };

type Samples = { fields: Record<string, string>; choices: Record<number, number> };

/** Exactly what will be pasted of the wording that is shown, with sample values for what the agent will be asked for. */
export function PreviewPane({ draft, variant, media }: Props) {
  const t = useWords(previewMessages);
  const { locale } = useLanguage();
  const { view } = useEditorTools();
  const now = useNow();
  const [samples, setSamples] = useState<Samples>({ fields: {}, choices: {} });
  const preview = useMemo(() => {
    const context: FillContext = { ...view.fill, locale, now };
    const choices = Array.from({ length: 200 }, (_, index) => samples.choices[index] ?? 0);
    return previewOf(draft.variants[variant] ?? [], media, context, { fields: samples.fields, choices });
  }, [draft, variant, media, view.fill, locale, now, samples]);
  const invalid = validityProblem(draft, now);
  const problems = invalid ? [...preview.problems, invalid] : preview.problems;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: beside the form it scrolls by itself, so that keys must reach it
    <section className="preview-section" aria-label={t('label')} tabIndex={0}>
      <h3 className="section-title">{t('label')}</h3>
      <div className="chat">
        {preview.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part of the preview is its place
          <Bubble key={index} part={part} />
        ))}
      </div>
      {problems.length > 0 && (
        <ul className="notes" aria-label={t('problems')}>
          {problems.map((problem) => (
            <li key={problem.kind} className="note" data-severity="warn">
              <span>{problemWords(problem, t)}</span>
            </li>
          ))}
        </ul>
      )}
      <SampleInputs asked={preview.asked} samples={samples} onChange={setSamples} />
    </section>
  );
}

/** The time to the minute, since that is what greetings and times of a reply show. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Bubble({ part }: { part: PreviewPart }) {
  const t = useWords(previewMessages);
  if (part.kind === 'text') {
    if (part.pieces.length === 0) return null;
    return (
      <div className="bubble">
        {part.pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity
          <PieceOf key={index} piece={piece} />
        ))}
      </div>
    );
  }
  if (part.kind === 'image') {
    const url = part.info?.url ?? null;
    return url === null ? (
      <div className="bubble bubble-missing">
        <IconPhotoOff size={16} aria-hidden /> {t('imageMissing')}
      </div>
    ) : (
      <img className="bubble-picture" src={url} alt={part.alt || t('image')} />
    );
  }
  return (
    <div className="bubble bubble-file">
      <IconFile size={20} aria-hidden />
      <span className="bubble-file-name">{part.name || t('file')}</span>
      <span className="faint">{part.info?.url ? byteWords(part.info.bytes) : t('fileMissing')}</span>
    </div>
  );
}

function PieceOf({ piece }: { piece: PreviewPiece }) {
  const t = useWords(previewMessages);
  switch (piece.kind) {
    case 'text':
      return <Visible text={piece.text} />;
    case 'filled':
      return (
        <span className="piece-filled" title={t('filled', { name: piece.name })}>
          <Visible text={piece.text} />
        </span>
      );
    case 'awaiting':
      return (
        <span className="piece-awaiting" title={t('awaiting', { name: piece.name })}>
          {piece.name}
        </span>
      );
    case 'cursor':
      return <span className="piece-cursor" role="img" aria-label={t('cursor')} title={t('cursor')} />;
    case 'unknown':
      return (
        <span className="piece-unknown" title={t('unknown')}>
          {piece.source}
        </span>
      );
  }
}

/** Hidden characters by their names. */
function Visible({ text }: { text: string }) {
  return splitHidden(text).map((piece, index) =>
    piece.hidden ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no identity
      <span key={index} className="piece-unknown">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}

type InputsProps = { asked: Asked; samples: Samples; onChange: (samples: Samples) => void };

/** What the agent will be asked for, to try it out. */
function SampleInputs({ asked, samples, onChange }: InputsProps) {
  const t = useWords(previewMessages);
  if (asked.fields.length === 0 && asked.choices.length === 0) return null;
  return (
    <fieldset className="samples">
      <legend>{t('samples')}</legend>
      {asked.fields.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={name}
          placeholder={t('sample')}
          value={samples.fields[name] ?? ''}
          autoComplete="off"
          onChange={(event) =>
            onChange({ ...samples, fields: { ...samples.fields, [name]: event.target.value } })
          }
        />
      ))}
      {asked.choices.map(({ index, options }) => (
        <NativeSelect
          key={index}
          size="xs"
          label={t('choice', { number: index + 1 })}
          value={String(samples.choices[index] ?? 0)}
          data={options.map((option, at) => ({ value: String(at), label: option }))}
          onChange={(event) =>
            onChange({ ...samples, choices: { ...samples.choices, [index]: Number(event.target.value) } })
          }
        />
      ))}
    </fieldset>
  );
}

function problemWords(problem: PasteProblem, t: ReturnType<typeof useWords<PreviewKey>>): string {
  switch (problem.kind) {
    case 'empty':
      return t('problem.empty');
    case 'unknown':
      return t('problem.unknown', { names: problem.sources.join(' ') });
    case 'hidden':
      return t('problem.hidden');
    case 'media-missing':
      return t('problem.media', { count: problem.count });
    case 'validity':
      return problem.validity === 'expired' ? t('problem.expired') : t('problem.notYet');
  }
}

type PreviewKey = keyof (typeof previewMessages)['zh-CN'];
