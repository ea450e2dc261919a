import { status as code, type ServiceError } from '@grpc/grpc-js';
import { HttpError } from '../http/HttpError';

/** What Grafana answers when a call to a plugin fails as a whole, by gRPC status. */
export function pluginFailure(error: unknown): HttpError {
  switch ((error as ServiceError).code) {
    case code.UNIMPLEMENTED:
      return new HttpError(404, 'Not found', 'plugin.notImplemented');
    case code.CANCELLED:
      return new HttpError(499, 'The request was canceled by the client', 'plugin.requestCanceled');
    case code.UNAVAILABLE:
      return new HttpError(500, 'Plugin unavailable', 'plugin.unavailable');
    default:
      return new HttpError(500, 'An error occurred within the plugin', 'plugin.requestFailureError');
  }
}
