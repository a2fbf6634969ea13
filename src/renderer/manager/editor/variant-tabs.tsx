import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCopy, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { useWords } from '../../ui/words.tsx';
import type { EditVariant } from './edit-form.ts';
import { useEditorTools } from './editor-tools.tsx';

type Props = {
  variants: readonly EditVariant[];
  active: string;
  /** Indices of those that something is wrong with. */
  invalid: readonly number[];
  panelId: string;
};

/** The wordings of a reply; the first is what Enter pastes. */
export function VariantTabs({ variants, active, invalid, panelId }: Props) {
  const t = useWords(editorMessages);
  const { session, readOnly } = useEditorTools();
  const list = useRef<HTMLDivElement>(null);
  const index = variants.findIndex(({ key }) => key === active);

  const focusActive = () => list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  const move = (to: number) => {
    flushSync(() => session.change({ kind: 'move-variant', variant: active, to }));
    focusActive();
  };

  const addEmpty = () => {
    flushSync(() => session.addVariant('empty'));
    document.getElementById(panelId)?.querySelector('textarea')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Delete' && !readOnly) {
      event.preventDefault();
      flushSync(() => session.change({ kind: 'remove-variant', variant: active }));
      focusActive();
    }
    if (step === 0) return;
    event.preventDefault();
    if (event.altKey) {
      if (!readOnly) move(index + step);
      return;
    }
    const next = variants[(index + step + variants.length) % variants.length];
    if (!next) return;
    flushSync(() => session.showVariant(next.key));
    focusActive();
  };

  return (
    <div className="variants">
      <div ref={list} className="variant-tabs" role="tablist" aria-label={t('variants.label')}>
        {variants.map(({ key }, place) => (
          <button
            key={key}
            type="button"
            className="variant-tab"
            role="tab"
            id={`${panelId}-${key}`}
            aria-selected={key === active}
            aria-controls={panelId}
            tabIndex={key === active ? 0 : -1}
            data-invalid={invalid.includes(place)}
            onClick={() => session.showVariant(key)}
            onKeyDown={onKeyDown}
          >
            {variants.length === 1 ? t('variants.only') : t('variants.number', { number: place + 1 })}
          </button>
        ))}
      </div>
      {!readOnly && (
        <>
          <Tooltip label={t('variants.add')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('variants.add')}
              onClick={addEmpty}
            >
              <IconPlus size={14} />
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-start" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('variants.menu')}>
                <IconDots size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => session.addVariant('copy')}>
                {t('variants.duplicate')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowLeft size={14} />}
                rightSection={<span className="shortcut">Alt+←</span>}
                disabled={index <= 0}
                onClick={() => move(index - 1)}
              >
                {t('variants.left')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowRight size={14} />}
                rightSection={<span className="shortcut">Alt+→</span>}
                disabled={index === variants.length - 1}
                onClick={() => move(index + 1)}
              >
                {t('variants.right')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={14} />}
                disabled={variants.length === 1}
                onClick={() => session.change({ kind: 'remove-variant', variant: active })}
              >
                {t('variants.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </div>
  );
}
