import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Benchmark } from '../Benchmark';
import { dataOf, startDemo } from '../parts/startDemo';
import { costFigures } from '../told/costFigures';
import { messageFigures } from '../told/messageFigures';
import { type ToldBy, toldBy } from '../told/messages';
import { rulesOf } from '../told/rules';

/** Hours of a line without faults: 168 for a week. */
const HOURS = Number(process.env.CELLTHREAD_TOLD_HOURS ?? 24);
/** How seldom rules are evaluated in the replay; what they hold for lasts for windows of a quarter of an hour. */
const EVERY = process.env.CELLTHREAD_TOLD_EVERY ?? '10m';
const HOUR_MS = 3_600_000;
/** How long rules look at what arrived: the whole history in the first minutes. */
const NEWS_MS = 16 * 60_000;

/** Of the computer and of the datasource as they are now, not of the line at that time. */
const OF_NOW = ['cellthread-datasource', 'cellthread-ingest'];

/** How often people are told when nothing is wrong, by the provisioned rules, and what all rules cost. */
export const told: Benchmark = {
  id: 'told',
  title: `messages to people in ${HOURS} h of nothing, and what all rules cost`,
  minutes: 60,
  async run(note) {
    note(`a line without faults, ${HOURS} h of it`);
    rmSync(dataOf('told'), { recursive: true, force: true });
    const demo = await startDemo({ live: true, args: ['--history', `${HOURS}h`, '--fault', 'none'], data: 'told' });
    try {
      const live = Date.now();
      const people = (await rulesOf(demo.workbench)).filter(
        ({ uid, labels }) => labels['team'] !== 'line' && !OF_NOW.includes(uid)
      );
      const range: [number, number] = [demo.began - HOURS * HOUR_MS, demo.began];
      const all: ToldBy[] = [];
      for (const rule of people) {
        all.push(await toldBy(demo.workbench, rule, range, EVERY));
        note(`${all.length} of ${people.length} rules: ${rule.name}, ${all.at(-1)!.firing} messages`);
      }
      note('until the history is no news to rules any more');
      await setTimeout(Math.max(0, live + NEWS_MS - Date.now()));
      const cost = await costFigures(demo.workbench, note);
      return {
        tables: [
          {
            title: 'Who was told of what',
            header: ['rule', 'team', 'messages', 'that it is over', 'of'],
            rows: all
              .filter(({ firing, over }) => firing + over > 0)
              .map(({ rule, team, firing, over, of }) => [rule, team, String(firing), String(over), of.join(' ')]),
          },
        ],
        figures: [...messageFigures(all, HOURS), ...cost],
        remarks: [
          `The real parts with seed 1 and no fault; ${people.length} rules for people, each replayed by the workbench every ${EVERY} as of that time, had what is stored come in time, with the policies of \`notify/policies.yaml\`. A message that something is over is not counted.`,
          'Rules of single cells, also of several of them, see nothing of a history, whose records are marked so: `faults` counts what they tell.',
          'Not counted: the rules that tell of the computer and of the datasource as they are now.',
          'Cost: the last evaluation of every rule, all of its queries, as the running workbench measured it, one after another beside the line.',
        ],
      };
    } finally {
      await demo.stop();
    }
  },
};
