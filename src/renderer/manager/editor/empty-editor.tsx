import type { ManagerView } from '../../../shared/contract/library-calls.ts';
import { editorMessages } from '../../../shared/i18n/areas/editor.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/words.tsx';

const tips = ['title', 'short', 'placeholder', 'variant'] as const;

type Props = { view: ManagerView; selectedCount: number };

/** The pane while no reply is open: what makes a good reply, and the keys that help. */
export function EmptyEditor({ view, selectedCount }: Props) {
  const t = useWords(editorMessages);
  const command = view.platform === 'mac' ? '⌘' : 'Ctrl';
  if (selectedCount > 1) {
    return (
      <div className="empty-editor">
        <h2>{t('empty.several', { count: selectedCount })}</h2>
        <p>{t('empty.severalHelp')}</p>
      </div>
    );
  }
  const keys = [
    { keys: [command, 'N'], words: t('empty.keyNew') },
    { keys: [command, 'S'], words: t('empty.keySave') },
    { keys: [command, '↵'], words: t('empty.keySaveNext') },
    { keys: ['{', '{'], words: t('empty.keyPlaceholder') },
    { keys: ['Alt', '↑', '↓'], words: t('empty.keyMove') },
    { keys: ['F6'], words: t('empty.keyPanes') },
  ];
  return (
    <div className="empty-editor">
      <h2>{t('empty.title')}</h2>
      <ul className="empty-tips">
        {tips.map((tip) => (
          <li key={tip}>
            <strong>{t(`empty.tip.${tip}`)}</strong>
            <span>{t(`empty.tip.${tip}Help`)}</span>
          </li>
        ))}
      </ul>
      <dl className="empty-keys">
        {keys.map(({ keys: caps, words }) => (
          <div key={words}>
            <dt>
              {caps.map((cap, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a key may come twice
                <Kbd key={index}>{cap}</Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
