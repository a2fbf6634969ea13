import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { ManagerView } from '../../shared/contract/library-calls.ts';
import { onEvent } from '../api.ts';
import { applyAppearance } from '../ui/appearance.ts';
import { LanguageProvider } from '../ui/i18n.tsx';
import { api } from './api.ts';
import { ManagerApp } from './manager-app.tsx';
import { theme, useColorScheme } from './theme.ts';

/** Gives the manager its language, theme and component library once main has told them. */
export function ManagerRoot() {
  const [view, setView] = useState<ManagerView | null>(null);
  const scheme = useColorScheme(view?.theme ?? 'system');

  useEffect(() => {
    void api.readManager().then(setView);
    return onEvent<{ managerChanged: ManagerView }, 'managerChanged'>('managerChanged', setView);
  }, []);

  useEffect(() => {
    if (view) applyAppearance(view.locale, view.theme);
  }, [view]);

  if (view === null) return null;
  return (
    <LanguageProvider locale={view.locale}>
      <MantineProvider
        theme={theme}
        forceColorScheme={scheme}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <ModalsProvider modalProps={{ lockScroll: false }}>
          <Notifications position="bottom-right" />
          <ManagerApp view={view} />
        </ModalsProvider>
      </MantineProvider>
    </LanguageProvider>
  );
}
