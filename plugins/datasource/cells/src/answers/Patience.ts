import { PATIENCE_MS } from './overdue';

/** What is asked while others still wait gets this long at least: the database may be back. */
const LEAST_MS = 1_000;

/**
 * Gives up lists that do not come, so that a page whose variables wait for each other asks for its panels all the same:
 * those that are asked one after the other wait {@link PATIENCE_MS} together, not each.
 */
export class Patience {
  private since: number | undefined;

  /** The answer, or a rejection when it has not come in time. */
  wait<T>(answer: Promise<T>): Promise<T> {
    const now = Date.now();
    const since = (this.since ??= now);
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`There was no answer for ${PATIENCE_MS / 1000} s.`));
      const timer = setTimeout(late, Math.max(LEAST_MS, since + PATIENCE_MS - now));
      const answered = () => {
        clearTimeout(timer);
        this.since = undefined;
      };
      answer.then(
        (value) => {
          answered();
          resolve(value);
        },
        (error) => {
          answered();
          reject(error);
        }
      );
    });
  }
}
