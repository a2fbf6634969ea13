import type { SavedTime } from '../contract/insight-calls.ts';

/**
 * Characters that an agent types in a second. Computer users copy 33 English words a minute and compose 19 (Karat, Halverson, Horn
 * and Karat, "Patterns of entry and correction in large vocabulary continuous speech recognition systems", CHI 1999), which is
 * 2.8 and 1.6 characters a second. For Chinese we assume 60 characters a minute, 1 a second, since a candidate has to be chosen.
 * 1.5 lies between; it is an assumption for an estimate, not a measurement of this agent.
 */
const typedCharactersPerSecond = 1.5;

/** Seconds from the hotkey to the pasted reply: a few letters, a look at the preview, Enter. An assumption as well. */
export const secondsPerPaste = 3;

/**
 * Estimates the time that pasting has saved: what typing the same characters would have taken, less what finding the replies
 * took. Never below 0. Example: 10 pastes of 60 characters each are 600 / 1.5 − 10 × 3 = 370 seconds.
 */
export function savedTime({ pastes, characters }: { pastes: number; characters: number }): SavedTime {
  const seconds = Math.max(0, Math.round(characters / typedCharactersPerSecond - pastes * secondsPerPaste));
  return { seconds, characters, pastes, charactersPerSecond: typedCharactersPerSecond, secondsPerPaste };
}
