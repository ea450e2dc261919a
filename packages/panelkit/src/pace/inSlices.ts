/** Milliseconds worked at a stretch: less than a frame, so that pointer and scrolling stay fluent. */
const slice = 10;

/** Milliseconds before the work begins: what was drawn until now reaches the screen first. */
const pause = 100;

/**
 * Runs a computation that yields now and then, a slice at a time, and hands over what it returns.
 *
 * @returns a function that gives it up
 */
export function inSlices<T>(steps: Generator<void, T>, done: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const work = () => {
    const until = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done) {
        done(step.value);
        return;
      }
    } while (performance.now() < until);
    timer = setTimeout(work);
  };
  timer = setTimeout(work, pause);
  return () => clearTimeout(timer);
}
