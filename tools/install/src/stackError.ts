/** An error whose message is a sentence for the user: printed without a stack trace. */
export class StackError extends Error {
  override name = 'StackError';
}
