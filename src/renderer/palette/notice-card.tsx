import { useEffect, useRef } from 'react';
import type { PaletteNotice, PaletteOpening } from '../../shared/ipc.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { noticeWords } from './notice-words.ts';
import type { Dispatch } from './palette-store.ts';
import { toneIcons, useNoticeContext } from './use-notice-context.ts';

/** How long the card stays when nobody looks at it closer: enough to read two sentences twice. */
const CLOSE_AFTER_MS = 8_000;

type Props = { notice: PaletteNotice; platform: PaletteOpening['platform']; dispatch: Dispatch };

/**
 * How an insertion ended that closed the palette first and then could not paste. The window is shown without the focus, so
 * that nothing takes the agent's keys; it closes by itself, since no blur will do it.
 */
export function NoticeCard({ notice, platform, dispatch }: Props) {
  const { t } = useLanguage();
  const { tone, text, detail } = noticeWords(notice, useNoticeContext(platform));
  const card = useRef<HTMLDivElement>(null);
  const close = () => dispatch({ kind: 'notice-read' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new notice starts the time anew
  useEffect(() => {
    const timer = setInterval(() => {
      if (card.current?.matches(':hover') !== true) dispatch({ kind: 'notice-read' });
    }, CLOSE_AFTER_MS);
    return () => clearInterval(timer);
  }, [notice, dispatch]);

  return (
    <div className="notice-card" role="alert" ref={card}>
      <span className="empty-icon" data-tone={tone}>
        <Icon name={toneIcons[tone]} size={24} />
      </span>
      <strong>{text}</strong>
      {detail !== '' && <p>{detail}</p>}
      <button type="button" className="button" onClick={close}>
        {t('palette.key.close')}
      </button>
      <small>{t('palette.notice.closing')}</small>
    </div>
  );
}
