import type { Engine } from './engine.ts';
import { fuse, fzf, ufuzzy } from './in-memory.ts';
import { like } from './like.ts';
import { repartee } from './repartee.ts';
import { trigram } from './trigram.ts';

export const engines: readonly Engine[] = [repartee, like, trigram, fuse, ufuzzy, fzf];
