/** How much is read before a source is refused, so that a crafted file cannot take all memory or time. */
export type Limits = {
  /** Bytes of one file as it lies on disk. */
  fileBytes: number;
  /** Bytes of everything in a folder or, unpacked, in a zip. */
  unpackedBytes: number;
  /** Files of a folder or entries of a zip. */
  entries: number;
  /** Rows of all tables, or replies of any other source. */
  rows: number;
  /** UTF-16 code units over all cells: a string that a workbook stores once may be named in a million cells. */
  characters: number;
  /**
   * Signs `<` in all parts of a workbook: each tag costs its reader a hundred times its bytes. Two hundred thousand rows of ten cells have
   * eight million.
   */
  tags: number;
  /** Bytes of one YAML file: its parser builds a large tree of nodes. */
  yamlBytes: number;
};

export const defaultLimits: Limits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  entries: 20_000,
  rows: 200_000,
  characters: 100_000_000,
  tags: 12_000_000,
  yamlBytes: 8 * 1024 * 1024,
};
