import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { type DialogKey, dialogMessages } from '../../../shared/i18n/areas/manager-dialogs.ts';
import { useLanguage } from '../../ui/i18n.tsx';
import { useWords } from '../../ui/words.tsx';
import './dialogs.css';
import { type BoundChoice, chosenDayWords, type ValidityChange, validityChange } from './validity-choice.ts';

type ValidityDialogProps = {
  count: number;
  onApply: (change: ValidityChange) => void;
  onClose: () => void;
};

const keep: BoundChoice = { how: 'keep', day: '' };

/** Sets from when and until when replies may be pasted. */
export function ValidityDialog({ count, onApply, onClose }: ValidityDialogProps) {
  const t = useWords(dialogMessages);
  const tManager = useWords(managerMessages);
  const [from, setFrom] = useState(keep);
  const [until, setUntil] = useState(keep);
  const change = validityChange(from, until);
  const untouched = from.how === 'keep' && until.how === 'keep';
  const problem = change.ok ? null : change.error;

  return (
    <Modal
      opened
      onClose={onClose}
      size={440}
      title={count === 1 ? t('validity.title.one') : t('validity.title', { count })}
      closeButtonProps={{ 'aria-label': tManager('close') }}
    >
      <Bound name="validity.from" day="validity.fromDate" choice={from} onChange={setFrom} />
      <Bound name="validity.until" day="validity.untilDate" choice={until} onChange={setUntil} />
      <p className="dialog-note">{t('validity.hint')}</p>
      {problem === 'reversed' && (
        <p className="dialog-problem" role="alert">
          {t('validity.reversed')}
        </p>
      )}
      <div className="dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {tManager('cancel')}
        </Button>
        <Button
          disabled={untouched || !change.ok}
          {...(problem === 'missing' ? { title: t('validity.missing') } : {})}
          onClick={() => change.ok && onApply(change.value)}
        >
          {t('validity.apply')}
        </Button>
      </div>
    </Modal>
  );
}

type BoundProps = {
  name: DialogKey;
  day: DialogKey;
  choice: BoundChoice;
  onChange: (choice: BoundChoice) => void;
};

function Bound({ name, day, choice, onChange }: BoundProps) {
  const t = useWords(dialogMessages);
  const { locale } = useLanguage();
  const label = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of controls that belong together, drawn as a row
    <div className="validity-bound" role="group" aria-labelledby={label}>
      <span id={label} className="validity-name">
        {t(name)}
      </span>
      <SegmentedControl
        size="xs"
        aria-labelledby={label}
        value={choice.how}
        onChange={(how) => onChange({ ...choice, how: how as BoundChoice['how'] })}
        data={[
          { value: 'keep', label: t('validity.keep') },
          { value: 'clear', label: t('validity.clear') },
          { value: 'set', label: t('validity.set') },
        ]}
      />
      {choice.how === 'set' && (
        <div className="validity-date">
          <TextInput
            type="date"
            size="xs"
            max="9999-12-31"
            aria-label={t(day)}
            value={choice.day}
            onChange={(event) => onChange({ how: 'set', day: event.currentTarget.value })}
          />
          {choice.day !== '' && (
            <span className="validity-day" role="status">
              {chosenDayWords(choice.day, locale)}
            </span>
          )}
        </div>
      )}
    </div>
  );
}
