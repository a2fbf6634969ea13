import type { LibraryGate } from '../../src/main/library-gate.ts';

/** Holds a gate that is free. */
export function hold(gate: LibraryGate): () => void {
  const open = gate.tryHold();
  if (open === null) throw new Error('somebody holds the gate');
  return open;
}
