/** Steps of a longer work, each with its time; a step that takes more than two seconds shows that it is still going. */
export interface Progress {
  step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
}

const SLOW_MS = 2000;
const TICK_MS = 10_000;

/** Progress on a stream: one line when a step turns out slow, one when it is done. */
export function createProgress(write: (line: string) => void, now: () => number = Date.now): Progress {
  return {
    async step(title, work) {
      const started = now();
      let detail = '';
      let told = false;
      const tell = () => {
        told = true;
        write(`  … ${title}${detail && `: ${detail}`} (${seconds(now() - started)})`);
      };
      const slow = setTimeout(tell, SLOW_MS);
      const tick = setInterval(tell, TICK_MS);
      try {
        const result = await work((text) => (detail = text));
        const took = now() - started;
        write(`  ✓ ${title}${detail && `: ${detail}`}${told || took > SLOW_MS ? ` (${seconds(took)})` : ''}`);
        return result;
      } catch (error) {
        write(`  ✗ ${title} (${seconds(now() - started)})`);
        throw error;
      } finally {
        clearTimeout(slow);
        clearInterval(tick);
      }
    },
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
