import type { TranslatedText } from './translate.ts';
import { ours, translate, unknown } from './translate.ts';

/** Names that help desks have for the agent's own name. */
const agentNames: ReadonlySet<string> = new Set(['current_user.name', 'agent.name', 'teammate.name']);

/**
 * Translates `{{…}}` and `{%…%}` of web help desks: the agent's name is ours too; everything about the ticket or the customer is known to
 * the help desk alone.
 */
export function translateHelpdesk(text: string): TranslatedText {
  return translate(text, /\{\{([^{}]*)\}\}|\{%[^{}]*%\}/g, (match) =>
    agentNames.has((match[1] ?? '').trim()) ? ours('{{agent.name}}') : unknown,
  );
}
