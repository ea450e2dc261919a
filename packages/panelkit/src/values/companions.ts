import { visitFrames } from '@cellthread/vocabulary';

/** Frames of the cells datasource that stand beside the visits: no panel draws their rows. */
export const companions: ReadonlySet<string> = new Set(visitFrames.filter((name) => name !== 'visits'));
