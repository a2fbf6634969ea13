import { Button, Modal } from '@mantine/core';
import { IconFileImport, IconFolders, IconMessageBolt, type TablerIcon } from '@tabler/icons-react';
import { useState } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { acceleratorText } from '../../ui/accelerator-text.ts';
import { useWords } from '../../ui/words.tsx';
import '../dialogs/dialogs.css';
import './tour.css';

type TourProps = {
  hotkey: string | null;
  platform: 'windows' | 'mac' | 'linux';
  onImport: () => void;
  onClose: () => void;
};

/** Three cards for whoever opens the manager for the first time. Closing them closes the tour for good. */
export function Tour({ hotkey, platform, onImport, onClose }: TourProps) {
  const t = useWords(managerMessages);
  const [step, setStep] = useState(0);
  const cards: { icon: TablerIcon; title: string; text: string }[] = [
    {
      icon: IconMessageBolt,
      title: t('tour.find.title'),
      text:
        hotkey === null
          ? t('tour.find.noHotkey')
          : t('tour.find.text', { hotkey: acceleratorText(hotkey, platform) }),
    },
    { icon: IconFolders, title: t('tour.arrange.title'), text: t('tour.arrange.text') },
    { icon: IconFileImport, title: t('tour.import.title'), text: t('tour.import.text') },
  ];
  const card = cards[step];
  if (card === undefined) return null;
  const Icon = card.icon;
  const isLast = step === cards.length - 1;

  return (
    <Modal
      opened
      onClose={onClose}
      size={440}
      title={t('tour.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('tour.skip') }}
    >
      <div className="tour-card" aria-live="polite">
        <span className="tour-icon" aria-hidden="true">
          <Icon size={34} stroke={1.4} />
        </span>
        <h3>{card.title}</h3>
        <p>{card.text}</p>
      </div>
      <div className="tour-foot">
        <span
          className="tour-dots"
          role="img"
          aria-label={t('tour.step', { step: step + 1, count: cards.length })}
        >
          {cards.map(({ title }, index) => (
            <span key={title} data-on={index === step} />
          ))}
        </span>
        {step > 0 && (
          <Button variant="subtle" color="gray" onClick={() => setStep(step - 1)}>
            {t('tour.back')}
          </Button>
        )}
        {isLast && (
          <Button variant="default" onClick={onImport}>
            {t('tour.import.action')}
          </Button>
        )}
        <Button data-autofocus onClick={() => (isLast ? onClose() : setStep(step + 1))}>
          {t(isLast ? 'tour.done' : 'tour.next')}
        </Button>
      </div>
    </Modal>
  );
}
