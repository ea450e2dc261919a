/** Awaits all works to their end, so that nothing is printed after the error; then throws the first one, if any. */
export async function allOrFirstError(works: Array<Promise<unknown>>): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((result) => result.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}
