import '@mantine/core/styles.css';
import '../../../../../src/renderer/ui/tokens.css';
import '../../../../../src/renderer/ui/base.css';
import '../../../../../src/renderer/manager/theme.css';
import '../../../../../src/renderer/manager/manager.css';
import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { flushDrafts } from '../../../../../src/renderer/manager/editor/draft-keeper.ts';
import { EditorPane } from '../../../../../src/renderer/manager/editor/editor-pane.tsx';
import { theme, useColorScheme } from '../../../../../src/renderer/manager/theme.ts';
import { applyAppearance } from '../../../../../src/renderer/ui/appearance.ts';
import { LanguageProvider } from '../../../../../src/renderer/ui/i18n.tsx';
import type { Shown } from '../fake-library.ts';
import { installFakeLibrary } from '../fake-library.ts';

const fake = installFakeLibrary();
window.flushDrafts = flushDrafts;

/** The editor alone, showing what the test asks for. */
function Gallery() {
  const [shown, setShown] = useState<Shown | null>(fake.shown);
  const scheme = useColorScheme(shown?.view.theme ?? 'system');
  useEffect(() => fake.onShow(setShown), []);
  useEffect(() => {
    if (shown) applyAppearance(shown.view.locale, shown.view.theme);
  }, [shown]);
  if (!shown) return null;
  return (
    <LanguageProvider locale={shown.view.locale}>
      <MantineProvider
        theme={theme}
        forceColorScheme={scheme}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <main style={{ height: '100vh' }}>
          <EditorPane
            view={shown.view}
            replyId={shown.replyId}
            initial={shown.initial}
            selectedCount={shown.selectedCount}
            onOpenReply={(id) => fake.show({ replyId: id, initial: null })}
            onSaved={(id, next) => fake.saved.push({ id, next })}
          />
        </main>
      </MantineProvider>
    </LanguageProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The gallery has no root element');
// At once, so that it listens by the time the page is loaded.
flushSync(() => createRoot(root).render(<Gallery />));
