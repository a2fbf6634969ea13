import '../ui/tokens.css';
import '../ui/base.css';
import './styles/window.css';
import './styles/list.css';
import './styles/preview.css';
import './styles/forms.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PaletteCalls, PaletteEvents } from '../../shared/ipc.ts';
import { clientApi, onEvent } from '../api.ts';
import { applyAppearance } from '../ui/appearance.ts';
import { PaletteApp } from './palette-app.tsx';
import { createPaletteStore } from './palette-store.ts';

const api = clientApi<PaletteCalls>();
const store = createPaletteStore(api);

/** Two frames after the state changed its pixels are on screen; the loop benchmark waits for this mark. */
function markPainted(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('palette-painted')));
}

onEvent<PaletteEvents, 'opened'>('opened', (opening) => {
  applyAppearance(opening.locale, opening.theme);
  // Not the zoom of the window: Chromium shares that among all windows of the app.
  document.documentElement.style.zoom = opening.scale === 100 ? '' : String(opening.scale / 100);
  store.dispatch({ kind: 'opened', opening });
  void api.openingTaken();
  markPainted();
});
onEvent<PaletteEvents, 'closed'>('closed', () => store.dispatch({ kind: 'closed' }));
onEvent<PaletteEvents, 'libraryChanged'>('libraryChanged', () => store.dispatch({ kind: 'library-changed' }));
onEvent<PaletteEvents, 'notice'>('notice', (notice) => store.dispatch({ kind: 'notice', notice }));

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
// Before the page counts as loaded: main shows it then, and a key must find the search box and its listeners.
flushSync(() => createRoot(root).render(<PaletteApp store={store} />));
