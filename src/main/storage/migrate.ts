import type { WritableDatabase } from './database.ts';
import { initial } from './migrations/0010-initial.ts';
import { manager } from './migrations/0020-manager.ts';
import { removedUses } from './migrations/0030-removed-uses.ts';

/** One frozen step of the schema. `version` becomes the database's `user_version`. */
export type Migration = {
  version: number;
  sql: string;
  /** Fills new columns with what SQL cannot compute, in the same transaction. */
  fill?: (db: WritableDatabase) => void;
};

/** Append-only; numbered by ten so that a hot fix can go between. */
export const migrations: readonly Migration[] = [initial, manager, removedUses];

/** The schema version that this build reads and writes. */
export const currentVersion = Math.max(...migrations.map((migration) => migration.version));

/** Brings `db` up to `target`, one transaction a step. Returns the versions that were applied. */
export function migrate(db: WritableDatabase, target: number = currentVersion): number[] {
  const from = db.pragma('user_version', { simple: true }) as number;
  const steps = migrations.filter((step) => step.version > from && step.version <= target);
  for (const step of steps) {
    db.transaction(() => {
      db.exec(step.sql);
      step.fill?.(db);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  return steps.map((step) => step.version);
}
