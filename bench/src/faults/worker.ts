import { type Done, type Task, work } from './work';

/** What a process of workers is asked, and what it says. */
export interface Asked {
  task: Task;
  program: string;
}
export type Said = { note: string } | { done: Done } | { failed: string };

const say = (said: Said) => process.send?.(said);

process.on('message', ({ task, program }: Asked) => {
  work(task, program, (note) => say({ note })).then(
    (done) => say({ done }),
    (error: unknown) => say({ failed: error instanceof Error ? String(error.stack) : String(error) })
  );
});

// Who asked is gone.
process.on('disconnect', () => process.exit());
