import { assembly } from './assembly';
import { electrode } from './electrode';
import { finishing } from './finishing';
import { type Process } from '../../../process/Process';

/** The process behind each characteristic of the plan, by its id. A characteristic without one is its own noise only. */
export const processes: Readonly<Record<string, Process>> = { ...electrode, ...assembly, ...finishing };
