import type { Generator } from '../generator';
import { alertingFiles } from './alertingFiles';

/** Alert rules, contact points and mute timings for file provisioning. */
export const alerting: Generator = { id: 'alerting', outputs: alertingFiles };
