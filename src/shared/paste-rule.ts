import { z } from 'zod';

const milliseconds = z.number().int().min(0).max(10_000);

/**
 * How to paste into some apps, as the user says it; what is not stated comes from the built-in rules.
 * `apps` are executable or window-class names, `*` stands for any characters.
 */
export const pasteRule = z.strictObject({
  apps: z.array(z.string().trim().min(1).max(200)).min(1).max(100),
  chord: z.enum(['Mod+V', 'Ctrl+Shift+V', 'Shift+Insert']).exactOptional(),
  mode: z.enum(['paste', 'type', 'copy-only']).exactOptional(),
  /** Pause between two parts of a reply, in milliseconds. */
  gapMs: milliseconds.exactOptional(),
  /** Pause between the app's return to front and the first key, in milliseconds. */
  settleMs: milliseconds.exactOptional(),
  /** Whether paste-and-send may press Enter there. */
  allowSend: z.boolean().exactOptional(),
  /** A note to oneself. */
  reason: z.string().max(1_000).exactOptional(),
});

export type PasteRule = z.output<typeof pasteRule>;

export const pasteRules = z.array(pasteRule).max(1_000);

/** The paste rules as the settings window shows them. */
export type PasteRulesView = {
  /** The user's own, in their order: the first that names an app counts. */
  rules: PasteRule[];
  /** Those that come with the app. */
  builtIn: PasteRule[];
  defaults: Required<Omit<PasteRule, 'apps' | 'reason'>>;
  /** The file when it cannot be used: no rule of it applies, and the first change here keeps it aside. */
  broken: { path: string; detail: string } | null;
  /** Where a file that could not be used was kept when it was replaced. */
  keptAside: string | null;
};

/** What a person picked on the screen. */
export type PickedApp =
  | { kind: 'picked'; app: string; appName: string }
  | { kind: 'cancelled' }
  | { kind: 'timeout' }
  /** The system does not tell which window is in front (Wayland). */
  | { kind: 'unsupported' };
