import type { QueryDataResponse } from './messages';

/**
 * The body of `POST /api/ds/query`, glued together from JSON frames without parsing them, and its status: as in Grafana
 * 400 as soon as one query failed.
 */
export function queryAnswer({ responses }: QueryDataResponse): { status: number; body: Buffer } {
  const parts: Buffer[] = [];
  const text = (value: string) => parts.push(Buffer.from(value));
  const entries = Object.entries(responses);
  text('{"results":{');
  entries.forEach(([refId, response], i) => {
    text(`${i ? ',' : ''}${JSON.stringify(refId)}:{`);
    if (response.error) {
      text(`"error":${JSON.stringify(response.error)},`);
    }
    if (response.errorSource) {
      text(`"errorSource":${JSON.stringify(response.errorSource)},`);
    }
    text(`"status":${response.status || (response.error ? 500 : 200)},"frames":[`);
    response.frames.forEach((frame, j) => {
      if (j) {
        text(',');
      }
      parts.push(frame);
    });
    text(']}');
  });
  text('}}');
  return { status: entries.some(([, r]) => r.error) ? 400 : 200, body: Buffer.concat(parts) };
}
