import type { Translate } from '../../shared/i18n/translate.ts';
import type { MessageKey } from '../../shared/i18n/zh-cn.ts';
import type { CopyOnlyReason, InsertOutcome, RefusedReason } from '../../shared/insert.ts';
import type { PaletteNotice } from '../../shared/ipc.ts';
import type { Hint } from './palette-state.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

export type NoticeWords = {
  tone: Tone;
  text: string;
  /** Why, in a sentence of its own; empty when the text says all. */
  detail: string;
};

/** How dates and hotkeys are written: `date` takes a stored instant, `hotkey` an accelerator. */
export type NoticeContext = {
  t: Translate;
  date: (instant: string) => string;
  hotkey: (accelerator: string) => string;
  editKey: string;
};

const copiedWords: Record<Exclude<CopyOnlyReason, 'asked'>, MessageKey> = {
  'no-permission': 'palette.copied.noPermission',
  'elevated-target': 'palette.copied.elevated',
  wayland: 'palette.copied.wayland',
  'no-target': 'palette.copied.noTarget',
  'target-gone': 'palette.copied.targetGone',
  'focus-refused': 'palette.copied.focusRefused',
  'focus-lost': 'palette.copied.focusLost',
  'paste-rule': 'palette.copied.pasteRule',
  'keys-failed': 'palette.copied.keysFailed',
};

const refusedWords: Record<RefusedReason, MessageKey> = {
  'not-found': 'palette.refused.notFound',
  changed: 'palette.refused.changed',
  expired: 'palette.refused.expired',
  'not-yet-valid': 'palette.refused.notYetValid',
  'unfilled-fields': 'palette.refused.unfilled',
  'unknown-placeholder': 'palette.refused.unknown',
  'hidden-characters': 'palette.refused.hidden',
  'blocked-words': 'palette.refused.blocked',
  empty: 'palette.refused.empty',
  'media-missing': 'palette.refused.mediaMissing',
  'sending-not-allowed': 'palette.refused.sending',
  busy: 'palette.refused.busy',
};

function listOf(names: readonly string[], t: Translate): string {
  return names.filter((name) => name !== '').join(t('palette.listSeparator'));
}

/** How an insertion ended, in words. */
export function outcomeWords(outcome: InsertOutcome, { t, editKey }: NoticeContext): NoticeWords {
  switch (outcome.kind) {
    case 'pasted': {
      const text = t(outcome.sent ? 'palette.outcome.sent' : 'palette.outcome.pasted');
      if (outcome.clipboard === 'restored') return { tone: 'success', text, detail: '' };
      const kept = outcome.clipboard === 'kept-newer';
      const detail = t(kept ? 'palette.outcome.keptNewer' : 'palette.outcome.notRestorable');
      return { tone: 'success', text, detail };
    }
    case 'copied': {
      const { reason, partsPasted } = outcome;
      if (reason === 'asked') return { tone: 'success', text: t('palette.outcome.copiedAsked'), detail: '' };
      const partly = partsPasted > 0 ? `${t('palette.outcome.partly', { count: partsPasted })} ` : '';
      return {
        tone: 'warning',
        text: t('palette.outcome.copied'),
        detail: `${partly}${t(copiedWords[reason])}`,
      };
    }
    case 'refused': {
      const names = listOf(outcome.names, t);
      const named = outcome.reason === 'media-missing' && names !== '';
      const key = named ? 'palette.refused.mediaMissingNamed' : refusedWords[outcome.reason];
      return { tone: 'danger', text: t(key, { names, key: editKey }), detail: '' };
    }
    case 'cancelled':
      return { tone: 'info', text: t('palette.outcome.cancelled'), detail: '' };
  }
}

/** A notice from main, in words. */
export function noticeWords(notice: PaletteNotice, context: NoticeContext): NoticeWords {
  const { t, date } = context;
  const say = (tone: Tone, key: MessageKey, values: Record<string, string> = {}): NoticeWords => ({
    tone,
    text: t(key, values),
    detail: '',
  });
  switch (notice.kind) {
    case 'outcome':
      return outcomeWords(notice.outcome, context);
    case 'hotkey-taken': {
      const hotkey = context.hotkey(notice.hotkey);
      const using = notice.using === null ? null : context.hotkey(notice.using);
      if (using === null) return say('warning', 'palette.notice.hotkeyTaken', { hotkey });
      return say('warning', 'palette.notice.hotkeyReplaced', { hotkey, using });
    }
    case 'database-restored': {
      const path = notice.keptAside;
      if (notice.backupDate === null) return say('danger', 'palette.notice.databaseRecreated', { path });
      return say('warning', 'palette.notice.databaseRestored', { path, date: date(notice.backupDate) });
    }
    case 'database-lost':
      return say('warning', 'palette.notice.databaseLost', { date: date(notice.backupDate) });
    case 'database-newer':
      return say('danger', 'palette.notice.databaseNewer');
    case 'quirks-invalid':
      return say('warning', 'palette.notice.quirksInvalid', { detail: notice.detail, path: notice.path });
    case 'settings-invalid':
      return say('warning', 'palette.notice.settingsInvalid', { names: listOf(notice.keys, t) });
    case 'starter-failed':
      return say('danger', 'palette.notice.starterFailed', { detail: notice.detail });
    case 'library-restored':
      return say('success', 'palette.notice.libraryRestored', { date: date(notice.madeAt) });
    case 'restore-failed':
      return say('danger', 'palette.notice.restoreFailed', { code: notice.code });
    case 'backup-failed':
      return say('warning', 'palette.notice.backupFailed', { code: notice.code });
    case 'backup-folder':
      return say('warning', 'palette.notice.backupFolder', { folder: notice.folder, code: notice.code });
  }
}

/** What the palette says about the last key. */
export function hintWords(hint: Hint, context: NoticeContext & { editing: boolean }): NoticeWords {
  const { t, date, editKey, editing } = context;
  const say = (tone: Tone, text: string): NoticeWords => ({ tone, text, detail: '' });
  switch (hint.kind) {
    case 'fill-fields':
      return say('info', t('palette.hint.fillFields', { names: listOf(hint.names, t) }));
    case 'unknown-placeholder': {
      const names = listOf(hint.names, t);
      if (editing) return say('warning', t('palette.hint.unknownInEdit', { names }));
      return say('warning', t('palette.hint.unknown', { names, key: editKey }));
    }
    case 'results-changed':
      return say('info', t('palette.hint.resultsChanged'));
    case 'blocked-words': {
      const key = editing ? 'palette.hint.blocked' : 'palette.hint.blockedSave';
      return say('danger', t(key, { names: listOf(hint.names, t) }));
    }
    case 'look-at-notes':
      return say('warning', t('palette.hint.lookAtNotes'));
    case 'expired':
      return say('warning', t('palette.hint.expired', { title: hint.title, successor: hint.successor }));
    case 'expired-no-successor':
      return say('danger', t('palette.hint.expiredAlone', { title: hint.title }));
    case 'not-yet-valid':
      if (hint.from === null) return say('warning', t('palette.refused.notYetValid'));
      return say('warning', t('palette.hint.notYet', { date: date(hint.from) }));
    case 'appended':
      return say('success', t('palette.hint.appended'));
    case 'draft-restored':
      return say('info', t('palette.hint.draftRestored'));
    case 'saved':
      return say('success', t('palette.hint.saved'));
    case 'failed':
      return say('danger', t('palette.hint.failed'));
  }
}
