import { arbin } from './arbin';
import type { Layout } from './Layout';
import { maccor } from './maccor';
import { maccorText } from './maccorText';

/** Every layout that is read; a file is of the first whose header it has. */
export const layouts: readonly Layout[] = [arbin, maccor, maccorText];
