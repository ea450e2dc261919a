import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Note } from '../Benchmark';
import { type Kept } from './kept';
import { type Done, type Task } from './work';
import { type Said } from './worker';

const file = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Does tasks that were not done before in as many processes as there are cores; what each came to, in the order of the tasks. */
export async function workOn(
  tasks: readonly Task[],
  program: string,
  note: Note,
  kept?: Kept<Task, Done>
): Promise<Done[]> {
  const done = tasks.map((task) => kept?.of(task));
  const left = [...tasks.entries()].filter(([i]) => !done[i]).reverse();
  note(`${left.length} of ${tasks.length} tasks to do`);
  const serve = async (): Promise<void> => {
    const child = fork(file);
    try {
      for (let next = left.pop(); next; next = left.pop()) {
        const [i, task] = next;
        const one = await asked(child, { task, program }, note);
        done[i] = one;
        kept?.keep(task, one);
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), left.length) }, serve));
  return done.map((one, i) => one ?? lost(tasks[i]!));
}

function lost(task: Task): never {
  throw new Error(`Nothing came of ${JSON.stringify(task)}.`);
}

function asked(child: ChildProcess, order: { task: Task; program: string }, note: Note): Promise<Done> {
  return new Promise((resolve, reject) => {
    const heard = (said: Said) => {
      if ('note' in said) {
        note(said.note);
        return;
      }
      child.off('message', heard).off('exit', ended);
      if ('done' in said) {
        resolve(said.done);
      } else {
        reject(new Error(said.failed));
      }
    };
    const ended = (code: number | null, signal: string | null) =>
      reject(new Error(`A process that judges faults ended (${signal ?? code}).`));
    child.on('message', heard).once('exit', ended);
    child.send(order);
  });
}
