import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { shortcutMessages } from '../../../shared/i18n/areas/manager-shortcuts.ts';
import { keyCaps } from '../../ui/accelerator-text.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { type ShortcutSection, shortcutTable } from '../../ui/manager-shortcuts.ts';
import { useWords } from '../../ui/words.tsx';

type ShortcutsDialogProps = { platform: 'windows' | 'mac' | 'linux'; onClose: () => void };

/** Every keyboard shortcut of the window. */
export function ShortcutsDialog({ platform, onClose }: ShortcutsDialogProps) {
  const t = useWords(shortcutMessages);
  const tManager = useWords(managerMessages);
  const columns = [shortcutTable.slice(0, 1).concat(shortcutTable.slice(3)), shortcutTable.slice(1, 3)];
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t('title')}
      closeButtonProps={{ 'aria-label': tManager('close') }}
    >
      <div className="shortcuts">
        {columns.map((sections) => (
          <div key={sections[0]?.title}>
            {sections.map((section) => (
              <Section key={section.title} section={section} platform={platform} />
            ))}
          </div>
        ))}
      </div>
    </Modal>
  );
}

type SectionProps = { section: ShortcutSection; platform: ShortcutsDialogProps['platform'] };

function Section({ section, platform }: SectionProps) {
  const t = useWords(shortcutMessages);
  return (
    <section className="shortcuts-section">
      <h3>{t(section.title)}</h3>
      <dl>
        {section.lines.map(({ word, keys }) => (
          <div key={word} className="shortcuts-line">
            <dt>{t(word)}</dt>
            <dd>
              {keys.map((accelerator, index) => (
                <Fragment key={accelerator}>
                  {index > 0 && <span className="shortcuts-or">/</span>}
                  {keyCaps(accelerator, platform).map((cap) => (
                    <Kbd key={cap}>{cap}</Kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
