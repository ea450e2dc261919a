import { Random } from './Random';
import { TaskQueue } from './TaskQueue';

test('tasks come out by time, those of one time in the order they were added', () => {
  const random = new Random(11);
  const queue = new TaskQueue();
  const added = Array.from({ length: 2000 }, (_, order) => ({ at: random.below(50), order }));
  const out: typeof added = [];
  added.forEach((task) => queue.add(task.at, () => out.push(task)));
  expect(queue.size).toBe(2000);
  for (let task = queue.take(); task; task = queue.take()) {
    task.run();
  }
  expect(out).toEqual([...added].sort((a, b) => a.at - b.at || a.order - b.order));
  expect(queue.nextAt()).toBe(Infinity);
});
