/** One answer of an engine: numbers of the documents, best first. */
export type Answer = number[];

/** A ready engine. */
export type OpenEngine = {
  search(query: string): Answer;
  close(): void;
};

/** A search engine under test. Building and measuring run in processes of their own. */
export type Engine = {
  name: string;
  /** What a reader should know about how it was set up. */
  note: string;
  /** Writes whatever the engine keeps on disk; engines that live in memory have nothing to build. */
  build(folder: string): Promise<void>;
  /** Makes the engine ready: what an app would do at its start. */
  open(folder: string): Promise<OpenEngine>;
};

/** Rows that the palette asks for. */
export const rowLimit = 60;

/** Files of a test folder. */
export function filesIn(folder: string) {
  return {
    documents: `${folder}/documents.jsonl`,
    labels: `${folder}/labels.json`,
    queries: `${folder}/queries.json`,
    library: `${folder}/repartee.db`,
    index: `${folder}/search.db`,
    like: `${folder}/like.db`,
    trigram: `${folder}/trigram.db`,
  };
}
