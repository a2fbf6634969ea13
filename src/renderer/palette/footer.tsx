import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { footerKeys } from './footer-keys.ts';
import type { PaletteState } from './palette-state.ts';

/** Where Enter will land, and the keys of the present state. */
export function Footer({ state }: { state: PaletteState }) {
  const { t } = useLanguage();
  if (!state.open) return <footer className="footer" />;
  return (
    <footer className="footer">
      <p className="target">{state.inserting ? t('palette.footer.inserting') : <Target state={state} />}</p>
      <ul className="keys">
        {footerKeys(state).map(({ caps, label }) => (
          <li key={label}>
            {caps.map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
            {t(label)}
          </li>
        ))}
      </ul>
    </footer>
  );
}

function Target({ state }: { state: PaletteState }) {
  const { t } = useLanguage();
  const { target } = state;
  if (target === null) {
    return (
      <span className="target-none">
        <Icon name="warning" size={13} />
        {t('palette.footer.noTarget')}
      </span>
    );
  }
  const words = { paste: 'paste', type: 'type', 'copy-only': 'copyOnly' } as const;
  return (
    <>
      <span className="target-verb">{t(`palette.footer.${words[target.paste]}`)}</span>
      <strong className="target-app">{target.app}</strong>
      {target.title !== '' && <span className="target-title">· {target.title}</span>}
    </>
  );
}
