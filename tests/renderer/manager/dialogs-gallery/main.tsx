import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/charts/styles.css';
import '../../../../src/renderer/ui/tokens.css';
import '../../../../src/renderer/ui/base.css';
import '../../../../src/renderer/manager/theme.css';
import '../../../../src/renderer/manager/manager.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { createRoot } from 'react-dom/client';
import { ExportDialog } from '../../../../src/renderer/manager/export/export-dialog.tsx';
import { ImportDialog } from '../../../../src/renderer/manager/import/import-dialog.tsx';
import { InsightPage } from '../../../../src/renderer/manager/insight/insight-page.tsx';
import { theme } from '../../../../src/renderer/manager/theme.ts';
import { applyAppearance } from '../../../../src/renderer/ui/appearance.ts';
import { LanguageProvider } from '../../../../src/renderer/ui/i18n.tsx';
import type { Shown } from './scenes.ts';

/** Reports what a dialog tells the page that opened it, as a call that a test can look for. */
const tell =
  (name: string) =>
  (...args: unknown[]) =>
    void window.dialogs.calls.push({ name, args });

function Showing({ shown }: { shown: Shown }) {
  const { view } = shown;
  switch (shown.page) {
    case 'insight':
      return (
        <div className="manager">
          <InsightPage
            view={view}
            onOpenReply={tell('onOpenReply')}
            onNewReply={tell('onNewReply')}
            onClose={tell('onClose')}
          />
        </div>
      );
    case 'import':
      return (
        <ImportDialog
          view={view}
          tree={shown.tree}
          source={shown.source}
          target={shown.target}
          onClose={tell('onClose')}
          onDone={tell('onDone')}
        />
      );
    case 'export':
      return (
        <ExportDialog
          tree={shown.tree}
          query={shown.query}
          total={shown.total}
          selected={shown.selected}
          onClose={tell('onClose')}
        />
      );
  }
}

const shown = window.dialogs.scene as Shown;
const { locale, theme: setting } = shown.view;
applyAppearance(locale, setting);
const root = document.getElementById('root');
if (!root) throw new Error('The gallery page has no root element');
createRoot(root).render(
  <LanguageProvider locale={locale}>
    <MantineProvider
      theme={theme}
      forceColorScheme={setting === 'dark' ? 'dark' : 'light'}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <ModalsProvider modalProps={{ lockScroll: false }}>
        <Notifications position="bottom-right" />
        <Showing shown={shown} />
      </ModalsProvider>
    </MantineProvider>
  </LanguageProvider>,
);
