import { exposeWire } from './wire.ts';

exposeWire('palette');
