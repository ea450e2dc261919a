import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Note } from '../Benchmark';
import { type Done, type Task } from './work';
import { type Said } from './worker';

const file = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Does tasks in as many processes as there are cores; what each came to, in the order of the tasks. */
export async function workOn(tasks: readonly Task[], program: string, note: Note): Promise<Done[]> {
  const done: Done[] = [];
  const left = [...tasks.entries()].reverse();
  const serve = async (): Promise<void> => {
    const child = fork(file);
    try {
      for (let next = left.pop(); next; next = left.pop()) {
        done[next[0]] = await asked(child, { task: next[1], program }, note);
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, serve));
  return done;
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
