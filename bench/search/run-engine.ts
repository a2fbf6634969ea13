/*
 * A process that builds or measures one engine, so that none weighs on another's memory or garbage collection:
 * `node --expose-gc bench/search/run-engine.ts build|measure <engine> <folder> <budget seconds>`. The last line that it
 * prints is the result as JSON.
 */
import { engines } from './engines/all-engines.ts';
import { round } from './figures.ts';
import { measureEngine } from './measure.ts';

const [phase, name, folder = '', budget = '30'] = process.argv.slice(2);
const engine = engines.find((candidate) => candidate.name === name);
if (!engine) throw new Error(`no engine is called ${name}`);
if (phase === 'build') {
  const start = performance.now();
  await engine.build(folder);
  console.log(JSON.stringify({ build_ms: round(performance.now() - start, 0) }));
} else {
  console.log(JSON.stringify(await measureEngine(engine, folder, Number(budget))));
}
