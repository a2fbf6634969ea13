import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** One reply of a test library, a line of the documents file. */
export type BenchDocument = {
  /** Its number, counted from 0. */
  id: number;
  lang: string;
  title: string;
  body: string;
  cat: string;
  /** Shortcode, with or without its slash. */
  code: string;
  /** Uses in all, days since the last one, and the decayed score of today. */
  cnt: number;
  age: number;
  fre: number;
};

/** A query whose wanted reply is known. */
export type LabelledQuery = {
  cls: string;
  /** `used` or `cold`: whether the wanted reply is one that is used often. */
  kind: string;
  q: string;
  /** Number of the wanted document; another one with the same title and body is as good. */
  t: number;
  by: string;
  title: string;
  body: string;
  code: string;
};

/** A query that is typed character by character for its speed only. */
export type TypedQuery = { cls: string; q: string };

export async function* readDocuments(path: string): AsyncGenerator<BenchDocument> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() !== '') yield JSON.parse(line) as BenchDocument;
  }
}

export function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(path, 'utf8')) as Value;
}
