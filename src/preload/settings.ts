import { exposeWire } from './wire.ts';

exposeWire('settings');
