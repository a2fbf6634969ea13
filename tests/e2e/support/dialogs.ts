import type { RunningApp } from './app.ts';

/** Puts down what the stand-in's next dialog for opening files answers. */
export async function willChoose({ app }: RunningApp, ...filePaths: string[]): Promise<void> {
  await app.evaluate((_electron, paths) => {
    standIn?.records.dialogAnswers.push({ canceled: false, filePaths: paths });
  }, filePaths);
}

/** Puts down where the stand-in's next dialog for saving says to save. */
export async function willSaveAs({ app }: RunningApp, filePath: string): Promise<void> {
  await app.evaluate((_electron, path) => {
    standIn?.records.dialogAnswers.push({ canceled: false, filePath: path });
  }, filePath);
}
