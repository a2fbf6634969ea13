import { createContext, type ReactNode, useContext } from 'react';
import type { ReplyChoice } from '../../../shared/contract/library-calls.ts';
import type { Id, Part } from '../../../shared/domain/reply.ts';
import { type HistoryWords, historyMessages } from '../../../shared/i18n/areas/history.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { useWords } from '../../ui/words.tsx';
import type { MediaKnown } from './preview-model.ts';
import type { Difference, ValueField } from './reply-difference.ts';
import type { Change } from './text-difference.ts';
import { untilWords } from './until-words.ts';

type Links = Readonly<Record<Id, ReplyChoice>>;

/** Pictures that the states show, for looking at them. */
const MediaContext = createContext<MediaKnown>({});

type Props = { differences: readonly Difference[]; links: Links; media: MediaKnown };

/** Differences between two states of a reply as lines to read. */
export function DifferenceView({ differences, links, media }: Props) {
  const t = useWords(historyMessages);
  if (differences.length === 0) return <p className="faint">{t('same')}</p>;
  return (
    <MediaContext value={media}>
      <dl className="differences">
        {differences.map((difference, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew for every pair of states
          <DifferenceLine key={index} difference={difference} links={links} />
        ))}
      </dl>
    </MediaContext>
  );
}

function DifferenceLine({ difference, links }: { difference: Difference; links: Links }) {
  const t = useWords(historyMessages);
  const { locale } = useLanguage();
  const nameOf = (id: Id) => links[id]?.title || t('unknownReply');
  switch (difference.kind) {
    case 'text':
      return (
        <Line label={t(`field.${difference.what}`)}>
          <Changes changes={difference.changes} />
        </Line>
      );
    case 'value': {
      const words = (value: string | null) => valueWords(difference.what, value, locale, nameOf, t);
      return (
        <Line label={t(`field.${difference.what}`)}>
          <BeforeAfter before={words(difference.before)} after={words(difference.after)} />
        </Line>
      );
    }
    case 'list': {
      const words = (item: string) => (difference.what === 'next' ? nameOf(item) : item);
      return (
        <Line label={t(`field.${difference.what}`)}>
          {difference.removed.map((item) => (
            <del key={item} className="difference-item">
              {words(item)}
            </del>
          ))}
          {difference.added.map((item) => (
            <ins key={item} className="difference-item">
              {words(item)}
            </ins>
          ))}
          {difference.moved && t('reordered')}
        </Line>
      );
    }
    case 'variant':
      return (
        <Line label={t('variant', { number: difference.number })}>
          {difference.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity here
            <Whole key={index} change={difference.change} part={part} />
          ))}
        </Line>
      );
    case 'part':
      return (
        <Line label={t('variant', { number: difference.variant })}>
          <Whole change={difference.change} part={difference.part} />
        </Line>
      );
    case 'part-text':
      return (
        <Line label={t('variant', { number: difference.variant })}>
          <Changes changes={difference.changes} />
        </Line>
      );
    case 'part-named':
      return (
        <Line label={t('variant', { number: difference.variant })}>
          <BeforeAfter
            before={<PartWords part={difference.before} />}
            after={<PartWords part={difference.after} />}
          />
        </Line>
      );
    case 'order':
      return <Line label={t('variant', { number: difference.variant })}>{t('partsReordered')}</Line>;
  }
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A changed text: what was taken out and put in, among what stayed. */
function Changes({ changes }: { changes: readonly Change[] }) {
  return changes.map((change, index) => {
    const isEdge = index === 0 ? 'start' : index === changes.length - 1 ? 'end' : 'middle';
    const key = `${index} ${change.kind}`;
    if (change.kind === 'added') return <ins key={key}>{change.text}</ins>;
    if (change.kind === 'removed') return <del key={key}>{change.text}</del>;
    return <span key={key}>{shortened(change.text, isEdge)}</span>;
  });
}

/** Unchanged text between changes, cut to what is needed to know the place. */
const keptAround = 60;

function shortened(text: string, at: 'start' | 'middle' | 'end'): string {
  const head = text.slice(0, keptAround);
  const tail = text.slice(-keptAround);
  if (at === 'start') return text.length > keptAround ? `…${tail}` : text;
  if (at === 'end') return text.length > keptAround ? `${head}…` : text;
  return text.length > keptAround * 2 ? `${head} … ${tail}` : text;
}

function BeforeAfter({ before, after }: { before: ReactNode; after: ReactNode }) {
  const t = useWords(historyMessages);
  return (
    <>
      <del>{before ?? t('nothing')}</del> → <ins>{after ?? t('nothing')}</ins>
    </>
  );
}

function Whole({ change, part }: { change: 'added' | 'removed'; part: Part }) {
  const words = <PartWords part={part} />;
  return change === 'added' ? <ins>{words}</ins> : <del>{words}</del>;
}

function PartWords({ part }: { part: Part }) {
  const t = useWords(historyMessages);
  const media = useContext(MediaContext);
  if (part.kind === 'text') return part.text;
  if (part.kind === 'file') return t('file', { name: part.name });
  const url = media[part.hash]?.url ?? null;
  if (url !== null) return <img className="difference-picture" src={url} alt={part.alt || t('picture')} />;
  return part.alt === '' ? t('picture') : t('pictureNamed', { name: part.alt });
}

function valueWords(
  what: ValueField,
  value: string | null,
  locale: Locale,
  nameOf: (id: Id) => string,
  t: HistoryWords,
): string | null {
  if (value === null) return null;
  switch (what) {
    case 'validFrom':
      return instantWords(value, locale);
    case 'validUntil':
      return untilWords(value, locale);
    case 'successor':
      return nameOf(value);
    case 'favourite':
      return t(value === 'yes' ? 'yes' : 'no');
    default:
      return value;
  }
}
