import { Button, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { notifications } from '@mantine/notifications';
import {
  IconFileImport,
  IconHeadset,
  IconKeyboard,
  IconPackageImport,
  IconShieldCheck,
  IconTable,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { importMessages } from '../../../shared/i18n/areas/import.ts';
import { useWords } from '../../ui/words.tsx';
import { api } from '../api.ts';
import type { DroppedFile } from './dropped-files.ts';
import { ProblemNote } from './problem-note.tsx';
import type { DialogProblem } from './problem-words.ts';

export type ChooseStepProps = {
  problem: DialogProblem | null;
  onChoose: (folder: boolean) => void;
  onFiles: (files: readonly (File & DroppedFile)[]) => void;
};

/** The first step: files by choice or drop, what can be read, and a template for those who have nothing yet. */
export function ChooseStep({ problem, onChoose, onFiles }: ChooseStepProps) {
  const t = useWords(importMessages);
  return (
    <div className="import-choose">
      <ProblemNote problem={problem} />
      <Dropzone
        className="import-drop"
        onDrop={onFiles}
        onReject={() => onFiles([])}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        inputProps={{ 'aria-label': t('choose.files') }}
        tabIndex={-1}
      >
        <IconFileImport className="import-drop-icon" size={36} stroke={1.4} aria-hidden />
        <p className="import-drop-words">
          <span className="import-drop-idle">{t('choose.drop')}</span>
          <span className="import-drop-now">{t('choose.dropNow')}</span>
        </p>
        <div className="import-drop-buttons">
          <Button data-autofocus onClick={() => onChoose(false)}>
            {t('choose.files')}
          </Button>
          <Button variant="default" onClick={() => onChoose(true)}>
            {t('choose.folder')}
          </Button>
        </div>
        <Text size="xs" c="dimmed">
          {t('choose.limits')}
        </Text>
      </Dropzone>
      <p className="import-safe">
        <IconShieldCheck size={16} aria-hidden />
        {t('choose.safe')}
      </p>
      <section aria-labelledby="import-known">
        <h3 className="transfer-heading" id="import-known">
          {t('choose.known')}
        </h3>
        <ul className="import-known">
          <Known icon={<IconTable size={18} />} title={t('known.sheets')} list={t('known.sheetsList')} />
          <Known icon={<IconKeyboard size={18} />} title={t('known.tools')} list={t('known.toolsList')} />
          <Known icon={<IconHeadset size={18} />} title={t('known.desks')} list={t('known.desksList')} />
          <Known icon={<IconPackageImport size={18} />} title={t('known.own')} list={t('known.ownList')} />
        </ul>
      </section>
      <Template />
    </div>
  );
}

function Known({ icon, title, list }: { icon: ReactNode; title: string; list: string }) {
  return (
    <li>
      <span className="import-known-icon" aria-hidden>
        {icon}
      </span>
      <div>
        <strong className="import-known-title">{title}</strong>
        <span className="import-known-list">{list}</span>
      </div>
    </li>
  );
}

function Template() {
  const t = useWords(importMessages);

  const closeButtonProps = { 'aria-label': t('close') };

  async function save(format: 'xlsx' | 'csv'): Promise<void> {
    const saved = await api.saveTemplate(format).catch(() => undefined);
    if (saved === null) return;
    if (saved === undefined || !saved.ok) {
      const problem = saved?.error;
      const code = problem?.kind === 'storage' ? problem.code : (problem?.kind ?? '?');
      notifications.show({
        color: 'red',
        message: t('template.failed', { code }),
        autoClose: false,
        closeButtonProps,
      });
      return;
    }
    const { path } = saved.value;
    notifications.show({
      color: 'teal',
      closeButtonProps,
      title: t('template.saved'),
      message: (
        <Button variant="subtle" size="compact-sm" onClick={() => void api.showInFolder(path)}>
          {t('showInFolder')}
        </Button>
      ),
    });
  }

  return (
    <p className="import-template">
      {t('template.words')}
      <Button variant="subtle" size="compact-sm" onClick={() => void save('xlsx')}>
        {t('template.xlsx')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => void save('csv')}>
        {t('template.csv')}
      </Button>
    </p>
  );
}
