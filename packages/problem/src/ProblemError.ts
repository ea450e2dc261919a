/** A problem that cannot be answered as it stands; the message names the field. */
export class ProblemError extends Error {
  constructor(
    readonly field: string,
    message: string
  ) {
    super(`${field}: ${message}`);
    this.name = 'ProblemError';
  }
}
