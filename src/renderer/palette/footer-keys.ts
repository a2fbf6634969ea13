import type { MessageKey } from '../../shared/i18n/zh-cn.ts';
import { fieldNames, unfilledFields, unknownPlaceholders } from './insert-request.ts';
import { type KeyId, keyName } from './key-names.ts';
import { type PaletteState, readyPreview } from './palette-state.ts';

export type FooterKey = {
  /** Key caps from left to right. */
  caps: string[];
  label: MessageKey;
};

/** The keys worth knowing in the present state, most useful first; few enough for one line. */
export function footerKeys(state: PaletteState): FooterKey[] {
  const cap = (key: KeyId) => keyName(key, state.platform);
  const back: FooterKey = { caps: [cap('escape')], label: 'palette.key.back' };
  switch (state.mode) {
    case 'new':
      return [
        { caps: [cap('primary'), cap('enter')], label: 'palette.key.save' },
        { caps: [cap('escape')], label: 'palette.key.cancel' },
      ];
    case 'edit':
      return [{ caps: [cap('primary'), cap('enter')], label: enterLabel(state) }, back];
    case 'pick':
      return [
        { caps: ['1–9', '0'], label: 'palette.key.pickNow' },
        { caps: [cap('tab')], label: 'palette.key.preview' },
        back,
      ];
    case 'search':
      return searchKeys(state, cap);
  }
}

/** What Enter does with the target: it pastes, or copies where it cannot. */
function enterLabel(state: PaletteState): MessageKey {
  const pastes = state.target !== null && state.target.paste !== 'copy-only';
  return pastes ? 'palette.key.paste' : 'palette.key.copy';
}

function searchKeys(state: PaletteState, cap: (key: KeyId) => string): FooterKey[] {
  if (state.rows.length === 0) {
    return [
      { caps: [cap('primary'), 'N'], label: 'palette.key.new' },
      { caps: [cap('escape')], label: state.text === '' ? 'palette.key.close' : 'palette.key.back' },
    ];
  }
  const preview = readyPreview(state);
  const pick: FooterKey = { caps: [cap('tab')], label: 'palette.key.pick' };
  const edit: FooterKey = { caps: [cap('primary'), 'E'], label: 'palette.key.edit' };
  if (preview !== null && preview.view.validity !== 'valid') {
    const { successor } = preview.view;
    const use: FooterKey = { caps: [cap('enter')], label: 'palette.key.useSuccessor' };
    return successor === null ? [pick] : [use, pick];
  }
  if (preview !== null && unknownPlaceholders(preview).length > 0) return [edit, pick];
  const fields = preview === null ? [] : fieldNames(preview);
  const open = preview === null ? [] : unfilledFields(preview);
  if (fields.length > 0 && state.focus.place === 'field') {
    return [
      { caps: [cap('enter')], label: open.length > 0 ? 'palette.key.nextField' : enterLabel(state) },
      { caps: [cap('escape')], label: 'palette.key.back' },
    ];
  }
  const keys: FooterKey[] = [
    { caps: [cap('enter')], label: open.length > 0 ? 'palette.key.fill' : enterLabel(state) },
  ];
  if (state.target?.canSend === true && open.length === 0) {
    keys.push({ caps: [cap('primary'), cap('enter')], label: 'palette.key.send' });
  }
  return [...keys, pick, edit];
}
