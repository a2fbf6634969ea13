import { useState } from 'react';
import { api } from '../api.ts';
import { type Added, type AddProblem, addFile, addPicture, isPicture } from './add-media.ts';
import { useEditorTools } from './editor-tools.tsx';

/** Something to say about a file that was added or could not be. */
export type MediaNotice = {
  key: number;
  name: string;
  file: File;
  problem: AddProblem | null;
  shrunk: boolean;
  animated: boolean;
};

let lastNotice = 0;

/** Adds pictures and files to the variant that is shown, behind the part that had the focus last. */
export function useAddMedia(variant: string, lastPart: string | null) {
  const { session } = useEditorTools();
  const [busy, setBusy] = useState(0);
  const [notices, setNotices] = useState<MediaNotice[]>([]);

  const say = (file: File, problem: AddProblem | null, added: Added | null) => {
    lastNotice += 1;
    const { shrunk = false, animated = false } = added ?? {};
    const notice = { key: lastNotice, name: file.name, file, problem, shrunk, animated };
    setNotices((before) => [...before, notice].slice(-5));
  };

  const add = async (files: readonly File[], as: 'any' | 'file' = 'any') => {
    setBusy((count) => count + files.length);
    let after = lastPart;
    for (const file of files) {
      const asPicture = as === 'any' && isPicture(file);
      const result = await (asPicture ? addPicture(file, '', api) : addFile(file, api));
      setBusy((count) => count - 1);
      if (!result.ok) {
        say(file, result.problem, null);
        continue;
      }
      const { added } = result;
      session.learnMedia([added.info]);
      const key = session.addPart(variant, after, added.part);
      after = key;
      if (added.shrunk || added.animated) say(file, null, added);
    }
  };

  const dismiss = (key: number) => setNotices((before) => before.filter((notice) => notice.key !== key));

  return { busy: busy > 0, notices, add, dismiss };
}

/** The files of a paste or a drop; empty when it carries none. */
export function filesOf(data: DataTransfer | null): File[] {
  return data ? [...data.files] : [];
}
