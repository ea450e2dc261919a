import { HttpError, InfluxDB, setLogger } from '@influxdata/influxdb-client';
import { type InfluxAccess } from './access';
import { refusalOf, silenceOf } from './errors';

/** How often a batch is sent again that the database did not take for the moment: after 0.2, 0.4 and 0.8 s. */
const RETRIES = 3;
const FIRST_DELAY_MS = 200;
const TIMEOUT_MS = 30_000;

/** From this status on (too many requests, unavailable) the same batch may be taken later. */
const LATER = 429;

// What fails is told by the error alone.
setLogger({ error: () => undefined, warn: () => undefined });

/**
 * Writes lines of line protocol with times in ns as one batch.
 * @throws InfluxRefusal, InfluxError, or an Error that says why no answer came
 */
export function influxWrite({ url, authorization }: InfluxAccess, database: string, lines: string[]): Promise<void> {
  if (lines.length === 0) {
    return Promise.resolve();
  }
  const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
  return new Promise<void>((resolve, reject) => {
    const api = new InfluxDB({ url, headers, timeout: TIMEOUT_MS }).getWriteApi('', database, 'ns', {
      batchSize: lines.length,
      maxBatchBytes: Infinity,
      flushInterval: 0,
      gzipThreshold: Infinity,
      maxRetries: RETRIES,
      minRetryDelay: FIRST_DELAY_MS,
      retryJitter: 50,
      writeSuccess: () => resolve(),
      writeFailed: (error, _, attempt) => {
        const answered = error instanceof HttpError;
        if (attempt <= RETRIES && !(answered && error.statusCode < LATER)) {
          return undefined;
        }
        reject(answered ? refusalOf(url, error.statusCode, error.body ?? '') : silenceOf(url, error));
        return Promise.resolve();
      },
    });
    // The database's name is the same in 1.x, and in 2.x where a mapping names its bucket.
    api.path = `/write?db=${encodeURIComponent(database)}&precision=ns`;
    api.writeRecords(lines);
  });
}
