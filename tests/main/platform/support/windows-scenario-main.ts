import { writeFileSync } from 'node:fs';
import { runJob, runScenario, windowsScenarios } from './windows-scenarios.ts';

/*
 * Runs in Node for Windows. With the name of a file it runs every scenario and writes there what each came to; with a
 * job it does that and ends.
 */
const [first = '', second] = process.argv.slice(2);

if (second !== undefined) {
  await runJob(first, second);
} else {
  const outcomes: Record<string, string | null> = {};
  for (const title of Object.keys(windowsScenarios)) {
    outcomes[title] = 'It was never finished';
    writeFileSync(first, JSON.stringify(outcomes));
    outcomes[title] = await runScenario(title);
    writeFileSync(first, JSON.stringify(outcomes));
  }
}
process.exit(0);
