import { setTimeout as delay } from 'node:timers/promises';

const interval = 15;

/**
 * Asks again and again until the answer is neither false, null nor undefined, and returns it; an error counts as "not yet".
 * @param what Names the awaited thing in the error: "the palette has the focus".
 * @param deadline Milliseconds after which it throws, with the last answer or error in the message.
 */
export async function until<Value>(
  ask: () => Value | Promise<Value>,
  what: string,
  deadline = 30_000,
): Promise<NonNullable<Exclude<Awaited<Value>, false>>> {
  const end = performance.now() + deadline;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== null && answer !== undefined) {
        return answer as NonNullable<Exclude<Awaited<Value>, false>>;
      }
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`Waited ${deadline} ms in vain until ${what}; last: ${String(last)}`, { cause: last });
    }
    await delay(interval);
  }
}
