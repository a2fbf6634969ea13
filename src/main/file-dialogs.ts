import { join } from 'node:path';
import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';

/** The part of Electron's `dialog` that asks for files. */
export type Dialogs = {
  showOpenDialog: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
  showSaveDialog: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
};

/** Questions about files and folders. Each answers with an absolute path, or null when the person chose nothing. */
export type FileDialogs = {
  open: Dialogs['showOpenDialog'];
  save: Dialogs['showSaveDialog'];
  chooseFolder: () => Promise<string | null>;
  /** Where to write an archive; `name` is what it is called unless the person writes something else. */
  chooseTarget: (name: string) => Promise<string | null>;
  chooseArchive: () => Promise<string | null>;
};

const archives = [{ name: 'ZIP', extensions: ['zip'] }];

/** Makes the dialogs; `documents` is the folder in which those for saving start. */
export function createFileDialogs(dialog: Dialogs, documents: () => string): FileDialogs {
  async function chooseOne(options: OpenDialogOptions): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(options);
    return canceled ? null : (filePaths[0] ?? null);
  }

  return {
    open: (options) => dialog.showOpenDialog(options),
    save: (options) => dialog.showSaveDialog(options),
    chooseFolder: () => chooseOne({ properties: ['openDirectory', 'createDirectory'] }),
    chooseArchive: () => chooseOne({ properties: ['openFile'], filters: archives }),
    async chooseTarget(name) {
      const options = { defaultPath: join(documents(), name), filters: archives };
      const { canceled, filePath } = await dialog.showSaveDialog(options);
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
