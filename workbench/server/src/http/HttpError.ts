/** A failure with the status and body Grafana would answer with: `{message, messageId?, statusCode, traceID}`. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly messageId?: string
  ) {
    super(message);
  }

  body(): Record<string, unknown> {
    return {
      message: this.message,
      ...(this.messageId ? { messageId: this.messageId, statusCode: this.status } : {}),
      traceID: '',
    };
  }
}
