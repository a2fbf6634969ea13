import { exposeWire } from './wire.ts';

exposeWire('manager');
