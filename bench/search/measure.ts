import { type LabelledQuery, readDocuments, readJson, type TypedQuery } from './documents.ts';
import { type Engine, filesIn, type OpenEngine } from './engines/engine.ts';
import { type ClassFigures, type Figures, keystrokeFigures, round } from './figures.ts';

/** What identifies a document for the labels, kept as small as possible so as not to weigh on the memory figure. */
type Identity = { title: number; body: number; code: number };

/** Opens an engine and measures it. `budgetSeconds` bounds each of the two parts; the rest is left out evenly. */
export async function measureEngine(engine: Engine, folder: string, budgetSeconds: number): Promise<Figures> {
  const files = filesIn(folder);
  const labels = readJson<LabelledQuery[]>(files.labels);
  const keystrokes = readJson<TypedQuery[]>(files.queries).flatMap(({ q }) => typeOut(q));
  const identities = await readIdentities(files.documents);

  const before = residentMegabytes();
  const start = performance.now();
  const open = await engine.open(folder);
  open.search(keystrokes[0] ?? 'a');
  const openMs = performance.now() - start;

  const judged = judge(open, labels, identities, budgetSeconds);
  const times = time(open, keystrokes, budgetSeconds);
  const memory = residentMegabytes() - before;
  open.close();
  return {
    open_ms: round(openMs, 1),
    keystroke: keystrokeFigures(times),
    ...judged,
    memory_mb: round(memory, 1),
    keystrokes_planned: keystrokes.length,
    labels_planned: labels.length,
  };
}

/** Every state of the search field while a query is typed. */
function typeOut(query: string): string[] {
  const characters = [...query];
  return characters.map((_, index) => characters.slice(0, index + 1).join(''));
}

function residentMegabytes(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

async function readIdentities(path: string): Promise<(document: number) => Identity> {
  const columns = { title: [] as number[], body: [] as number[], code: [] as number[] };
  for await (const { id, title, body, code } of readDocuments(path)) {
    columns.title[id] = hash(title);
    columns.body[id] = hash(body);
    columns.code[id] = hash(code);
  }
  const [title, body, code] = [columns.title, columns.body, columns.code].map((column) =>
    Uint32Array.from(column),
  );
  return (document) => ({
    title: title?.[document] ?? 0,
    body: body?.[document] ?? 0,
    code: code?.[document] ?? 0,
  });
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Runs `work` on items spread evenly over the list until the time is up; returns how many were run. */
function withinBudget<Item>(
  items: readonly Item[],
  budgetSeconds: number,
  work: (item: Item) => void,
): number {
  const end = performance.now() + budgetSeconds * 1_000;
  // A stride that visits every item once, far apart ones first, so that a cut run is still a fair sample.
  let stride = Math.max(1, Math.floor(items.length * 0.382));
  while (commonDivisor(stride, items.length) !== 1) stride += 1;
  for (let count = 0; count < items.length; count += 1) {
    if (performance.now() > end) return count;
    work(items[(count * stride) % items.length] as Item);
  }
  return items.length;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function judge(
  open: OpenEngine,
  labels: readonly LabelledQuery[],
  identities: (document: number) => Identity,
  budgetSeconds: number,
) {
  const classes = new Map<string, ClassFigures>();
  const total = { n: 0, nine: 0, first: 0, fieldNine: 0, fieldFirst: 0 };
  withinBudget(labels, budgetSeconds, (label) => {
    const found = open.search(label.q).slice(0, 9);
    const wanted = { title: hash(label.title), body: hash(label.body), code: hash(label.code) };
    const place = found.findIndex((document) => {
      const { title, body } = identities(document);
      return document === label.t || (title === wanted.title && body === wanted.body);
    });
    const field = label.by === 'body' || label.by === 'code' ? label.by : 'title';
    const fieldPlace = found.findIndex((document) => identities(document)[field] === wanted[field]);
    const key = `${label.cls}/${label.kind}`;
    const figures = classes.get(key) ?? { n: 0, found_in_nine: 0, found_first: 0 };
    classes.set(key, figures);
    figures.n += 1;
    figures.found_in_nine += place >= 0 ? 1 : 0;
    figures.found_first += place === 0 ? 1 : 0;
    total.n += 1;
    total.nine += place >= 0 ? 1 : 0;
    total.first += place === 0 ? 1 : 0;
    total.fieldNine += fieldPlace >= 0 ? 1 : 0;
    total.fieldFirst += fieldPlace === 0 ? 1 : 0;
  });
  const share = (count: number) => round(count / Math.max(1, total.n), 4);
  const byClass = [...classes].map(([key, { n, found_in_nine, found_first }]): [string, ClassFigures] => [
    key,
    { n, found_in_nine: round(found_in_nine / n, 4), found_first: round(found_first / n, 4) },
  ]);
  return {
    found_in_nine: share(total.nine),
    found_first: share(total.first),
    same_field: { found_in_nine: share(total.fieldNine), found_first: share(total.fieldFirst) },
    by_class: Object.fromEntries(byClass.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Keystrokes follow each other as they are typed, so a cut run takes whole stretches from the front. */
function time(open: OpenEngine, keystrokes: readonly string[], budgetSeconds: number): number[] {
  const end = performance.now() + budgetSeconds * 1_000;
  const times: number[] = [];
  for (const text of keystrokes) {
    const start = performance.now();
    if (start > end) break;
    open.search(text);
    times.push(performance.now() - start);
  }
  return times;
}
