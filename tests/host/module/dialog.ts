import { records } from './records.ts';

type Kind = (typeof records.dialogs)[number]['kind'];

/** Records a dialog and gives the answer that a test has put down for it. The options come last, after an optional window. */
function ask<Answer>(kind: Kind, args: unknown[], cancelled: Answer): Answer {
  records.dialogs.push({ kind, options: args.at(-1) });
  return (records.dialogAnswers.shift() as Answer | undefined) ?? cancelled;
}

export const dialog = {
  showMessageBox: async (...args: unknown[]) => ask('message', args, { response: 0, checkboxChecked: false }),
  showMessageBoxSync: (...args: unknown[]) => ask('message', args, { response: 0 }).response,
  showOpenDialog: async (...args: unknown[]) =>
    ask('open', args, { canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async (...args: unknown[]) => ask('save', args, { canceled: true, filePath: '' }),
  showErrorBox(title: string, content: string) {
    records.dialogs.push({ kind: 'error', options: { title, content } });
    process.stderr.write(`${title}\n${content}\n`);
  },
};
