import type { ReactNode } from 'react';
import type { MatchRange } from '../../shared/domain/search-result.ts';

/** Text with `ranges` (ascending, not overlapping, in UTF-16 code units) marked. */
export function Highlight({ text, ranges }: { text: string; ranges: readonly MatchRange[] }) {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    if (from > end) nodes.push(text.slice(end, from));
    nodes.push(<mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  nodes.push(text.slice(end));
  return nodes;
}
