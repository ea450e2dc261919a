import type { Exchange } from './Exchange';
import { HttpError } from './HttpError';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/**
 * Refuses requests that a foreign web page sends through the user's browser: by a host name that merely resolves to
 * this machine, or with the Origin of another page. There is no login, so the address is the fence.
 */
export function loopbackOnly({ request }: Exchange): void {
  const host = request.headers.host ?? '';
  if (!LOOPBACK.test(host)) {
    throw new HttpError(403, `the workbench answers on localhost only, not on "${host}"`);
  }
  const origin = request.headers.origin;
  if (origin && origin !== `http://${host}`) {
    throw new HttpError(403, `origin not allowed: ${origin}`);
  }
}
