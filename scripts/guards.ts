/** A guard of an invariant: how to take it out, and the test that must notice. */
export type Guard = {
  invariant: string;
  /** What is taken out, in words. */
  without: string;
  file: string;
  /** Source text that stands in the file exactly once. */
  find: string;
  replace: string;
  /** A second guard of the same thing, to be taken out together with the first. */
  also?: { file: string; find: string; replace: string };
  test: { project: 'unit' | 'host' | 'e2e'; file: string; title?: string };
};

const insertReply = { project: 'unit', file: 'tests/main/insert-reply.test.ts' } as const;
const prepare = { project: 'unit', file: 'tests/main/prepare-insertion.test.ts' } as const;
const safety = { project: 'e2e', file: 'tests/e2e/safety.test.ts' } as const;
const enter = { project: 'unit', file: 'tests/renderer/palette/insertion.test.ts' } as const;
const palette = { project: 'unit', file: 'tests/renderer/palette/palette-update.test.ts' } as const;
const loop = { project: 'e2e', file: 'tests/e2e/loop.test.ts' } as const;

/** The guards of each invariant, from the outermost to the last one before the keys. */
export const guards: readonly Guard[] = [
  {
    invariant: '1 never the wrong window',
    without: 'waiting for the target to be in front',
    file: 'src/main/insert-reply.ts',
    find: "if (back !== 'front') {",
    replace: 'if (back === null) {',
    test: { ...insertReply, title: 'gone|come back' },
  },
  {
    invariant: '1 never the wrong window',
    without: 'the check of the focus at the key',
    file: 'src/main/platform/paste/x11-keys.ts',
    find: '      if (!hasFocus(x, target)) {\n        return',
    replace: '      if (x === null) {\n        return',
    test: { ...safety, title: 'another window that comes to front between two parts' },
  },
  {
    invariant: '1 never the wrong window',
    without: 'the check that an insertion belongs to the opening that is shown',
    file: 'src/main/handlers.ts',
    find: 'if (session?.number !== opening) return',
    replace: 'if (!session) return',
    test: { ...safety, title: 'an Enter that arrives after' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'keeping what was typed before the page had taken over its opening',
    file: 'src/renderer/palette/opening.ts',
    find: '{ mustLook: true, text, composing }',
    replace: '{ mustLook: true }',
    test: { ...safety, title: 'overtake the opening' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'asking to look after keys that came before the page had taken over its opening',
    file: 'src/renderer/palette/insertion.ts',
    find: '  if (state.mustLook) {',
    replace: '  if (state.mustLook && state.composing) {',
    test: { ...safety, title: 'overtake the opening' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'asking to look after an opening that came over an open palette',
    file: 'src/renderer/palette/opening.ts',
    find: '  if (open) return { mustLook: true };',
    replace: '  if (open) return {};',
    test: { ...enter, title: 'had not been closed' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'asking to look after the library took the selected row away',
    file: 'src/renderer/palette/palette-update.ts',
    find: '(state.selectOnArrival !== null && chosen < 0)',
    replace: '(state.selectOnArrival !== null && chosen < -1)',
    test: { ...palette, title: 'took the selected row away' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'keeping an edit whose reply has left the list',
    file: 'src/renderer/palette/palette-update.ts',
    find: "if (state.mode === 'edit' && chosen < 0) {",
    replace: "if (state.mode === 'edit' && chosen < -1) {",
    test: { ...palette, title: 'no longer in the list' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'waiting until a busy program has read the keys that were typed',
    file: 'src/main/platform/paste/x11-keys.ts',
    find: "return ping !== 'silent';",
    replace: 'return true;',
    also: {
      file: 'src/main/platform/paste/x11-keys.ts',
      find: 'pingTarget(x, target, READ_PATIENCE_MS)',
      replace: 'pingTarget(x, target, 0)',
    },
    test: {
      project: 'host',
      file: 'tests/main/platform/paste/x11-paste.x11.test.ts',
      title: 'busy for a while',
    },
  },
  {
    invariant: '2 never the wrong text',
    without: 'letting a held hotkey act once',
    file: 'src/main/once-per-press.ts',
    find: '    if (stillDown.size > 0) return;',
    replace: '',
    test: { ...safety, title: 'held down' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'the guard against Enters of an input method',
    file: 'src/renderer/palette/palette-keys.ts',
    find: '  if (belongsToInputMethod(key, context.compositionEndedAt)) return null;\n',
    replace: '',
    also: {
      file: 'src/renderer/palette/insertion.ts',
      find: '  if (state.inserting || state.composing) return still(state);',
      replace: '  if (state.inserting) return still(state);',
    },
    test: { ...safety, title: 'input-method' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'waiting for the results of what was typed',
    file: 'src/renderer/palette/insertion.ts',
    find: 'if (pending === null || resultsAreStale(state)) return still(state);',
    replace: 'if (pending === null) return still(state);',
    test: { project: 'unit', file: 'tests/renderer/palette/insertion.test.ts' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'the check that the reply is as it was shown',
    file: 'src/main/prepare-insertion.ts',
    find: "if (reply.revision !== request.revision) return refuse('changed');",
    replace: '',
    test: { ...prepare, title: 'changed since' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'the check of the validity',
    file: 'src/main/prepare-insertion.ts',
    find: "if (validity === 'expired') return refuse('expired');",
    replace: '',
    test: { ...prepare, title: 'expired' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'the check for unfilled and unknown placeholders',
    file: 'src/shared/domain/fill.ts',
    find: 'if (unfilled.size > 0 || unknown.size > 0) {',
    replace: 'if (unfilled.size < 0) {',
    test: { ...prepare, title: 'placeholders' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'the check of a picture against its hash',
    file: 'src/main/storage/media.ts',
    find: "return createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null;",
    replace: 'return bytes;',
    test: { ...prepare, title: 'swapped' },
  },
  {
    invariant: '3 never lose what the agent copied',
    without: 'giving the clipboard back',
    file: 'src/main/insert-reply.ts',
    find: "loan === null || saved === null ? 'restored' : await clipboard.restore(saved)",
    replace: "'restored'",
    test: { ...loop, title: 'Chinese text and emoji|a copied picture' },
  },
  {
    invariant: '3 never lose what the agent copied',
    without: 'waiting until the target has read the reply',
    file: 'src/main/insert-reply.ts',
    find: '    await borrowed.waitUntilRead(target, restoreDelayMs);\n',
    replace: '',
    test: { ...insertReply, title: 'slow target' },
  },
  {
    invariant: '3 never lose what the agent copied',
    without: 'noticing that somebody copied meanwhile',
    file: 'src/main/insert-reply.ts',
    find: 'if (loan === null || loan.isOurs()) return;',
    replace: 'if (loan !== undefined) return;',
    test: { ...insertReply, title: 'is kept' },
  },
  {
    invariant: '3 never lose what the agent copied',
    without: 'the checks that the clipboard is still ours when it is given back',
    file: 'src/main/platform/clipboard/x11-clipboard.ts',
    find: '      if (!isOwner()) {\n        return false;\n      }\n',
    replace: '',
    also: {
      file: 'src/main/platform/clipboard/x11-clipboard.ts',
      find: "      if (!isOwner()) {\n        return 'kept-newer';\n      }\n",
      replace: '',
    },
    test: {
      project: 'host',
      file: 'tests/main/platform/clipboard/x11-clipboard.x11.test.ts',
      title: 'copies during a loan stays|very moment',
    },
  },
  {
    invariant: '4 never send by surprise',
    without: "the app's permission to send",
    file: 'src/main/insertions.ts',
    find: "if (request.action === 'paste-and-send' && !target.quirk.allowSend) {",
    replace: 'if (queued < 0) {',
    test: { ...loop, title: 'sends nothing where sending is not allowed' },
  },
  {
    invariant: '4 never send by surprise',
    without: 'pressing Enter for paste-and-send only',
    file: 'src/main/insert-reply.ts',
    find: 'const sent = send && (await',
    replace: 'const sent = (await',
    test: { ...insertReply, title: 'no Enter' },
  },
  {
    invariant: '4 never send by surprise',
    without: 'the rule that typed text has one line',
    file: 'src/main/insert-reply.ts',
    find: "return typedLines ? 'paste-rule' : null;",
    replace: 'return null;',
    test: { ...insertReply, title: 'several lines' },
  },
  {
    invariant: '5 never lose a reply',
    without: 'the integrity check at start',
    file: 'src/main/storage/database.ts',
    find: "return findings === 'ok' ? null : { kind: 'damaged', detail: 'quick_check' };",
    replace: 'return findings === null ? { kind: "damaged", detail: "" } : null;',
    test: { project: 'unit', file: 'tests/main/storage/database.test.ts', title: 'overwritten page' },
  },
  {
    invariant: '5 never lose a reply',
    without: 'the refusal of a newer database',
    file: 'src/main/storage/database.ts',
    find: "if (version > currentVersion) return { kind: 'newer', version };",
    replace: '',
    test: { project: 'unit', file: 'tests/main/storage/database.test.ts', title: 'later version' },
  },
  {
    invariant: '5 never lose a reply',
    without: 'the check of a backup before it is trusted',
    file: 'src/main/storage/open-or-restore.ts',
    find: 'find((candidate) => isHealthy(candidate.path))',
    replace: 'find(() => true)',
    test: {
      project: 'unit',
      file: 'tests/main/storage/open-or-restore.test.ts',
      title: 'kept aside and the newest good',
    },
  },
  {
    invariant: '5 never lose a reply',
    without: 'the backup of the present state before a restore',
    file: 'src/main/safety-handlers.ts',
    find: "    const previous = await backUp('before-restore');\n",
    replace:
      "    const previous = { ok: true, value: { name: '' } } as Awaited<ReturnType<typeof backUp>>;\n",
    test: {
      project: 'unit',
      file: 'tests/main/safety-handlers.test.ts',
      title: 'backs up the present state',
    },
  },
  {
    invariant: '5 never lose a reply',
    without: 'the check that the library is still the one that an import was planned for',
    file: 'src/main/import-export/import-session.ts',
    find: "if (libraryMark(db) !== plan.mark) return err({ kind: 'preview-outdated' });",
    replace: '',
    test: {
      project: 'unit',
      file: 'tests/main/import-export/import-session.test.ts',
      title: 'changed since the preview',
    },
  },
  {
    invariant: '5 never lose a reply',
    without: 'the refusal to save over a revision that the editor has not seen',
    file: 'src/main/storage/reply-actions.ts',
    find: "  if (stored.revision !== revision) return err({ kind: 'changed' });\n",
    replace: '',
    test: { project: 'unit', file: 'tests/main/storage/library-actions.test.ts' },
  },
  {
    invariant: '5 never lose a reply',
    without: 'keeping a revision that is superseded',
    file: 'src/main/storage/reply-writer.ts',
    find: '        supersede.run(JSON.stringify(content), pathOf(stored.categoryId), stored.rowid);\n',
    replace: '',
    test: { project: 'unit', file: 'tests/main/storage/reply-history.test.ts' },
  },
  {
    invariant: '2 never the wrong text',
    without: 'the last look for forbidden words in an edited text',
    file: 'src/main/prepare-insertion.ts',
    find: "    if (blocked.length > 0) return refuse('blocked-words', blocked);\n",
    replace: '',
    test: { ...prepare, title: 'forbids' },
  },
  {
    invariant: '7 no harm by a file',
    without: 'counting what a zip really unpacks to',
    file: 'src/main/import-export/read/zip-entries.ts',
    find: 'inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) })',
    replace: 'inflateRawSync(packed)',
    test: { project: 'unit', file: 'tests/main/import-export/hostile/hostile.test.ts', title: 'claims' },
  },
  {
    invariant: '7 no harm by a file',
    without: 'marking formulas as text in an export',
    file: 'src/main/import-export/csv-text.ts',
    find: 'looksLikeFormula.test(value) ?',
    replace: "value === '\\u0000' ?",
    test: { project: 'unit', file: 'tests/main/import-export/csv-text.test.ts' },
  },
  {
    invariant: '6 nothing leaves the machine unasked',
    without: 'the sender check of a call',
    file: 'src/main/ipc.ts',
    find: 'if (!isTrusted(event, page)) throw',
    replace: 'if (page === null) throw',
    test: { project: 'e2e', file: 'tests/e2e/security.test.ts' },
  },
  {
    invariant: '6 nothing leaves the machine unasked',
    without: 'the argument check of a call',
    file: 'src/main/ipc.ts',
    find: 'if (!parsed.success) throw',
    replace: 'if (parsed === null) throw',
    test: { project: 'e2e', file: 'tests/e2e/security.test.ts' },
  },
  {
    invariant: '6 no content in logs',
    without: 'the list of allowed log fields',
    file: 'src/main/log.ts',
    find: 'if (!allowedFields.has(name)) return [];',
    replace: '',
    test: { project: 'unit', file: 'tests/main/log.test.ts' },
  },
];
