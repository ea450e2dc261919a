import type { Command } from './command';
import { planCheck } from './plan/planCheck';
import { planPush } from './plan/planPush';
import { planShow } from './plan/planShow';
import { replay } from './replay/replay';

/** Every command there is; help, the dispatcher and the documents read this list. */
export const commands: Command[] = [planCheck, planPush, planShow, replay];
