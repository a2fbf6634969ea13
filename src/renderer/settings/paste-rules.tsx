import { useEffect, useState } from 'react';
import { settingsRules } from '../../shared/i18n/areas/settings-rules.ts';
import type { PasteRule, PickedApp } from '../../shared/paste-rule.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.tsx';
import { PasteRuleDialog } from './paste-rule-dialog.tsx';
import { BuiltInTable, RuleTable } from './paste-rule-tables.tsx';
import { Problem } from './setting-row.tsx';
import { type PasteRulesModel, usePasteRules } from './use-paste-rules.ts';

type Editing = { index: number | null; rule: PasteRule };

/** Rules per app: the user's own, to be changed here, and the built-in ones. */
export function PasteRules() {
  const t = useWords(settingsRules);
  const model = usePasteRules();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [picking, setPicking] = useState<'waiting' | Exclude<PickedApp['kind'], 'picked'> | null>(null);
  const { view } = model;
  useEscape(picking === 'waiting', model.cancelPick);
  if (view === null) return null;
  const { rules } = view;

  async function pick() {
    setPicking('waiting');
    const picked = await model.pick();
    if (picked.kind !== 'picked') return setPicking(picked.kind);
    setPicking(null);
    setEditing({ index: null, rule: { apps: [picked.app] } });
  }

  function save(rule: PasteRule) {
    const index = editing?.index ?? null;
    setEditing(null);
    // A new rule comes first: whoever adds one wants it to count.
    if (index === null) model.save([rule, ...rules]);
    else model.save(rules.with(index, rule));
  }

  return (
    <>
      <h2>{t('title')}</h2>
      <p className="section-lead">{t('lead')}</p>
      {view.broken && <Problem>{t('broken', view.broken)}</Problem>}
      {view.keptAside && <p className="setting-hint">{t('keptAside', { path: view.keptAside })}</p>}
      <div className="toolbar">
        <button
          type="button"
          className="button"
          onClick={() => setEditing({ index: null, rule: { apps: [] } })}
        >
          <Icon name="plus" />
          {t('add')}
        </button>
        <button type="button" className="button" disabled={picking === 'waiting'} onClick={() => void pick()}>
          {t('pick')}
        </button>
      </div>
      <div aria-live="polite">
        {picking && <p className="pick-line">{t(`pick.${picking}`)}</p>}
        <RulesNewsLine model={model} />
      </div>
      {rules.length === 0 ? (
        <p className="empty-line">{t('empty')}</p>
      ) : (
        <RuleTable
          rules={rules}
          onEdit={(index, rule) => setEditing({ index, rule })}
          onRemove={(index, rule) =>
            model.save(rules.toSpliced(index, 1), { kind: 'removed', apps: rule.apps.join(t('separator')) })
          }
          onUp={(index, rule) => model.save(rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule))}
        />
      )}
      <BuiltInTable rules={view.builtIn} />
      {editing && <PasteRuleDialog {...editing} onSave={save} onClose={() => setEditing(null)} />}
    </>
  );
}

function RulesNewsLine({ model }: { model: PasteRulesModel }) {
  const t = useWords(settingsRules);
  const { news } = model;
  if (news === null) return null;
  if (news.kind === 'problem') {
    const { problem } = news;
    return (
      <Problem>{problem.kind === 'storage' ? t('problem.storage', problem) : t('problem.failed')}</Problem>
    );
  }
  return (
    <p className="done-line">
      <Icon name="check" size={14} />
      <span>{news.kind === 'removed' ? t('removed', { apps: news.apps }) : t(news.kind)}</span>
      {model.canUndo && (
        <button type="button" className="button-inline" onClick={model.undo}>
          {t('undo')}
        </button>
      )}
    </p>
  );
}

/** Calls `onEscape` for the key while `active`. */
function useEscape(active: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => event.key === 'Escape' && onEscape();
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active, onEscape]);
}
