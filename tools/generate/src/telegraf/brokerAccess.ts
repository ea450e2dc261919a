import { aclFile } from 'cellthread-cli';
import type { Generator } from '../generator';

/** Mosquitto's access list. It depends on topics alone, which no plan changes. */
export const brokerAccess: Generator = {
  id: 'broker-access',
  outputs: () => ({ 'telegraf/mosquitto.acl': aclFile() }),
};
