/** What became of what a machine was asked for. */
export type AskedState = 'waiting' | 'asked' | 'done' | 'refused' | 'unanswered' | 'not-asked';

export interface Answer {
  state: AskedState;
  text?: string;
}

const EVERY_MS = 1000;
/** Longer than a machine has time, and to say so. */
const MOST = 45;

const isFinal = ({ state }: Answer) => state !== 'waiting' && state !== 'asked';

/** Asks until it is known what became of it; undefined where that cannot be known. */
export async function awaitAnswer(ask: () => Promise<Answer>, everyMs = EVERY_MS): Promise<Answer | undefined> {
  for (let n = 0; n < MOST; n++) {
    const answer = await ask().catch(() => undefined);
    if (answer && isFinal(answer)) {
      return answer;
    }
    await new Promise((done) => setTimeout(done, everyMs));
  }
  return undefined;
}
