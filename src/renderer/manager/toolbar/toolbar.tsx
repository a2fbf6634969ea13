import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChartBar,
  IconFileExport,
  IconFileImport,
  IconKeyboard,
  IconPlus,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import type { RefObject } from 'react';
import { managerMessages } from '../../../shared/i18n/areas/manager.ts';
import { actionMessages } from '../../../shared/i18n/areas/manager-actions.ts';
import type { UndoState } from '../../../shared/library-action.ts';
import { acceleratorText } from '../../ui/accelerator-text.ts';
import { useWords } from '../../ui/words.tsx';
import { stepName } from '../actions/step-words.ts';
import { SearchBox } from './search-box.tsx';
import './toolbar.css';

export type ToolbarActions = {
  newReply: () => void;
  undo: () => void;
  redo: () => void;
  import: () => void;
  export: () => void;
  insight: () => void;
  settings: () => void;
  help: () => void;
};

type ToolbarProps = {
  platform: 'windows' | 'mac' | 'linux';
  undo: UndoState;
  insightShown: boolean;
  search: {
    input: RefObject<HTMLInputElement | null>;
    text: string;
    onText: (text: string) => void;
    onDown: () => void;
  };
  actions: ToolbarActions;
};

/** The bar at the top of the window. */
export function Toolbar({ platform, undo, insightShown, search, actions }: ToolbarProps) {
  const t = useWords(managerMessages);
  const tAction = useWords(actionMessages);
  const keys = (accelerator: string) => acceleratorText(accelerator, platform);
  const undoName = undo.undo
    ? t('toolbar.undo.step', { step: stepName(tAction, undo.undo) })
    : t('toolbar.undo');
  const redoName = undo.redo
    ? t('toolbar.redo.step', { step: stepName(tAction, undo.redo) })
    : t('toolbar.redo');

  return (
    <div className="toolbar" role="toolbar" aria-label={t('toolbar.label')}>
      <div className="toolbar-group">
        <Tooltip label={<Hint name={t('toolbar.new')} keys={keys('CommandOrControl+N')} />}>
          <Button size="sm" leftSection={<IconPlus size={16} stroke={2} />} onClick={actions.newReply}>
            {t('toolbar.new')}
          </Button>
        </Tooltip>
        <Tool
          icon={IconArrowBackUp}
          label={undoName}
          keys={keys('CommandOrControl+Z')}
          disabled={undo.undo === null}
          onClick={actions.undo}
        />
        <Tool
          icon={IconArrowForwardUp}
          label={redoName}
          keys={keys('CommandOrControl+Shift+Z')}
          disabled={undo.redo === null}
          onClick={actions.redo}
        />
      </div>
      <SearchBox {...search} />
      <div className="toolbar-group">
        <Tooltip label={<Hint name={t('toolbar.import')} keys={keys('CommandOrControl+I')} />}>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            className="toolbar-import"
            leftSection={<IconFileImport size={18} stroke={1.7} />}
            onClick={actions.import}
          >
            {t('toolbar.import')}
          </Button>
        </Tooltip>
        <Tool
          icon={IconFileExport}
          label={t('toolbar.export')}
          keys={keys('CommandOrControl+Shift+E')}
          onClick={actions.export}
        />
        <span className="toolbar-rule" />
        <Tool
          icon={IconChartBar}
          label={t('toolbar.insight')}
          keys={keys('CommandOrControl+Shift+I')}
          pressed={insightShown}
          onClick={actions.insight}
        />
        <Tool
          icon={IconSettings}
          label={t('toolbar.settings')}
          keys={keys('CommandOrControl+,')}
          onClick={actions.settings}
        />
        <Tool icon={IconKeyboard} label={t('toolbar.help')} keys="?" onClick={actions.help} />
      </div>
    </div>
  );
}

type ToolProps = {
  icon: TablerIcon;
  label: string;
  keys: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick: () => void;
};

/** A button of the bar. One that cannot be used now still tells what it is. */
function Tool({ icon: Icon, label, keys, disabled = false, pressed, onClick }: ToolProps) {
  return (
    <Tooltip label={<Hint name={label} keys={keys} />}>
      <ActionIcon
        size={32}
        aria-label={label}
        aria-disabled={disabled}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        data-unavailable={disabled}
        data-pressed={pressed ?? false}
        className="toolbar-tool"
        onClick={() => {
          if (!disabled) onClick();
        }}
      >
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

function Hint({ name, keys }: { name: string; keys: string }) {
  return (
    <span className="tool-hint">
      {name}
      <span className="tool-keys">{keys}</span>
    </span>
  );
}
