import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { settingsMore } from '../../shared/i18n/areas/settings-more.ts';
import type { SettingsView } from '../../shared/ipc.ts';
import { applyAppearance } from '../ui/appearance.ts';
import { LanguageProvider, useLanguage } from '../ui/i18n.tsx';
import { useWords } from '../ui/words.tsx';
import { AboutSection } from './about-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { HotkeysSection } from './hotkeys-section.tsx';
import { InsightSection } from './insight-section.tsx';
import { LintSection } from './lint-section.tsx';
import { PaletteSection } from './palette-section.tsx';
import { PastingSection } from './pasting-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SettingsNotices } from './settings-notices.tsx';
import { type SettingsModel, useSettings } from './use-settings.ts';

/** What every section gets. */
export type SectionProps = Omit<SettingsModel, 'view' | 'unreadable'> & { view: SettingsView };

const sections = [
  { name: 'general', Section: GeneralSection },
  { name: 'hotkeys', Section: HotkeysSection },
  { name: 'palette', Section: PaletteSection },
  { name: 'pasting', Section: PastingSection },
  { name: 'profile', Section: ProfileSection },
  { name: 'lint', Section: LintSection },
  { name: 'backups', Section: BackupsSection },
  { name: 'insight', Section: InsightSection },
  { name: 'about', Section: AboutSection },
] as const;

type SectionName = (typeof sections)[number]['name'];

/** The settings window. */
export function SettingsApp() {
  const { view, unreadable, ...model } = useSettings();

  useEffect(() => {
    if (view) applyAppearance(view.locale, view.settings.theme);
  }, [view]);

  if (unreadable) return <Unreadable />;
  if (view === null) return null;
  return (
    <LanguageProvider locale={view.locale}>
      <SettingsPage view={view} {...model} />
    </LanguageProvider>
  );
}

function SettingsPage(props: SectionProps) {
  const { t } = useLanguage();
  const name = useSectionNames();
  const [current, setCurrent] = useState<SectionName>(() => firstSection(props.view));
  const Section = sections.find(({ name }) => name === current)?.Section ?? GeneralSection;

  useEffect(() => {
    document.title = t('settings.title');
  }, [t]);

  return (
    <div className="settings">
      <nav>
        <SectionTabs current={current} onSelect={setCurrent} />
      </nav>
      <main className="panel">
        <SettingsNotices notices={props.view.notices} />
        <div role="tabpanel" id="panel" aria-labelledby={`tab-${current}`}>
          <h1>{name(current)}</h1>
          <Section {...props} />
        </div>
      </main>
    </div>
  );
}

type SectionTabsProps = { current: SectionName; onSelect: (name: SectionName) => void };

/** The sections on the left; arrow keys, Home and End move between them. */
function SectionTabs({ current, onSelect }: SectionTabsProps) {
  const { t } = useLanguage();
  const sectionName = useSectionNames();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const at = sections.findIndex(({ name }) => name === current);
    const targets: Record<string, number> = {
      ArrowDown: (at + 1) % sections.length,
      ArrowUp: (at + sections.length - 1) % sections.length,
      Home: 0,
      End: sections.length - 1,
    };
    const target = sections[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    onSelect(target.name);
    list.current?.querySelector<HTMLElement>(`#tab-${target.name}`)?.focus();
  }

  return (
    <div
      className="tabs"
      role="tablist"
      aria-orientation="vertical"
      aria-label={t('settings.title')}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {sections.map(({ name }) => (
        <button
          type="button"
          role="tab"
          key={name}
          id={`tab-${name}`}
          className="tab"
          aria-selected={name === current}
          aria-controls="panel"
          tabIndex={name === current ? 0 : -1}
          onClick={() => onSelect(name)}
        >
          {sectionName(name)}
        </button>
      ))}
    </div>
  );
}

/** After a restore one wants to see the backups; the window is opened again for that. */
function firstSection({ notices }: SettingsView): SectionName {
  const restored = notices.some(({ kind }) => kind === 'library-restored' || kind === 'restore-failed');
  return restored ? 'backups' : 'general';
}

/** Names of the sections: the older ones are in the common catalogue. */
function useSectionNames(): (name: SectionName) => string {
  const { t } = useLanguage();
  const more = useWords(settingsMore);
  return (name) => {
    switch (name) {
      case 'palette':
      case 'lint':
      case 'backups':
      case 'insight':
        return more(`section.${name}`);
      default:
        return t(`settings.section.${name}`);
    }
  };
}

function Unreadable() {
  const { t } = useLanguage();
  return (
    <p className="unreadable" role="alert">
      {t('settings.unreadable')}
    </p>
  );
}
