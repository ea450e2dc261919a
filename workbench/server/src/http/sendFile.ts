import send from 'send';
import type { Exchange } from './Exchange';
import { HttpError } from './HttpError';

/** Answers with the file `path` of `folder`, or 404. Unchanged files answer 304; a path cannot leave the folder. */
export function sendFile({ request, response }: Exchange, folder: string, path: string): Promise<void> {
  return new Promise((done, fail) => {
    const none = () => fail(new HttpError(404, 'Not found'));
    response.once('close', done);
    send(request, encodeURI(path), { root: folder, index: false, cacheControl: false })
      .on('headers', (answer) => answer.setHeader('cache-control', 'no-cache'))
      .on('directory', none)
      .on('error', ({ status = 500, message }) => (status === 500 ? fail(new HttpError(500, message)) : none()))
      .pipe(response);
  });
}
