import { assembleScript, scriptNames } from '@cellthread/ingest/script';
import type { Generator } from '../generator';
import { constants } from './telegrafConstants';

/** Telegraf's scripts, each put together from its parts and the constants. */
export const telegrafScripts: Generator = {
  id: 'telegraf-scripts',
  outputs: (plan) =>
    Object.fromEntries(
      scriptNames.map((name) => [
        `telegraf/processors/${name}`,
        assembleScript(name, { 'constants.gen': constants(plan) }),
      ])
    ),
};
