import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { SafetyProblem } from '../shared/contract/safety-calls.ts';
import type { PasteRule, PasteRulesView } from '../shared/paste-rule.ts';
import type { Result } from '../shared/result.ts';
import { err, ok } from '../shared/result.ts';
import { defaultQuirk, parseUserQuirks, type QuirkRow } from './platform/paste/app-quirks.ts';
import { builtInQuirks } from './platform/paste/built-in-quirks.ts';
import { codeOf } from './start-failure.ts';

/** The user's paste rules, as a file that may also be edited by hand. */
export type PasteRules = {
  rows: () => readonly QuirkRow[];
  view: () => PasteRulesView;
  /**
   * Replaces all rules; they apply from the next paste on. A file that could not be used, or that was changed by hand since it
   * was read, is kept aside first.
   */
  save: (rules: PasteRule[]) => Result<PasteRulesView, SafetyProblem>;
};

/**
 * @param read The rules as they were read at the start.
 * @param broken Why the file could not be used, or null.
 */
export function createPasteRules(
  path: string,
  read: readonly QuirkRow[],
  broken: { path: string; detail: string } | null,
  now: () => Date,
): PasteRules {
  let rows = read as readonly PasteRule[];
  let trouble = broken;
  let keptAside: string | null = null;

  const view = (): PasteRulesView => ({
    rules: [...rows],
    // Their reasons are for whoever reads the code.
    builtIn: builtInQuirks.map(({ reason: _reason, apps, ...row }) => ({ ...row, apps: [...apps] })),
    defaults: defaultQuirk,
    broken: trouble,
    keptAside,
  });

  return {
    rows: () => rows,
    view,
    save(rules) {
      const draft = `${path}.part`;
      try {
        if (existsSync(path) && (trouble !== null || isChangedByHand(path, rows))) {
          const aside = path.replace(/(\.json)?$/, `-${now().toISOString().replace(/[:.]/g, '-')}.json`);
          renameSync(path, aside);
          keptAside = aside;
        }
        trouble = null;
        writeFileSync(draft, fileText(rules), { flush: true });
        renameSync(draft, path);
      } catch (error) {
        rmSync(draft, { force: true });
        return err({ kind: 'storage', code: codeOf(error), path });
      }
      rows = rules;
      return ok(view());
    },
  };
}

function fileText(rules: readonly PasteRule[]): string {
  return `${JSON.stringify({ rules }, null, 2)}\n`;
}

/** Whether the file holds anything but the rules in force. One that cannot be read cannot be written over either. */
function isChangedByHand(path: string, rules: readonly PasteRule[]): boolean {
  try {
    const [there, inForce] = [readFileSync(path, 'utf8'), fileText(rules)].map(parseUserQuirks);
    return JSON.stringify(there) !== JSON.stringify(inForce);
  } catch {
    return false;
  }
}
