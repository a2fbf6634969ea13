import type { ManagerCalls, ManagerEvents } from '../../shared/ipc.ts';
import { clientApi, onEvent } from '../api.ts';

/** The manager's calls to main. */
export const api = clientApi<ManagerCalls>();

/** Listens to what main tells the manager; returns a function that stops listening. */
export const onManagerEvent = onEvent<ManagerEvents, keyof ManagerEvents>;
