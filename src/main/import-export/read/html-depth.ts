import type { Parser } from 'htmlparser2';

/** Elements inside one another; a parser's work grows with the square of it, and no page of people comes near. */
const maxDepth = 500;

/** Characters that are parsed between two looks at the depth. */
const sliceLength = 8_192;

/** Counts how deep elements are nested while a page is parsed. */
export class DepthCounter {
  #depth = 0;

  open(): void {
    this.#depth += 1;
  }

  close(): void {
    this.#depth -= 1;
  }

  get isTooDeep(): boolean {
    return this.#depth > maxDepth;
  }
}

/** Parses a page slice by slice; false when it was given up for its depth. */
export function parseInSlices(parser: Parser, html: string, depth: DepthCounter): boolean {
  for (let at = 0; at < html.length; at += sliceLength) {
    parser.write(html.slice(at, at + sliceLength));
    if (depth.isTooDeep) return false;
  }
  parser.end();
  return true;
}
