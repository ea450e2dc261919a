import { planDifferences } from '@cellthread/plan';
import type { Command } from '../command';
import { influxAccess, influxOptions, influxUsage } from '../influx';
import { readOptions } from '../readOptions';
import { changesOf, iso, laterText } from './changes';
import { counted } from './counted';
import { differenceText } from './differenceText';
import { planOf, planOption, planUsage } from './planOption';

/** Neither done nor failed: a push would write something. */
const DIFFERS = 3;

export const planDiff: Command = {
  name: 'plan diff',
  about: 'says what a push of a control plan would change, and writes nothing',
  usage: [
    'cellthread plan diff [FILE] [--plant DIR] [options]',
    '',
    ...planUsage,
    ...influxUsage,
    '--effective-from MOMENT   ISO 8601; default as of plan push',
    '',
    'Ends with 0 if there is nothing to do, with 3 if a push would change something.',
  ],
  async run(args, output) {
    const options = { ...influxOptions, ...planOption, 'effective-from': { type: 'string' } } as const;
    const { values, positionals } = readOptions(args, options, 1);
    const plan = planOf(positionals[0], values.plant);
    const changes = await changesOf(plan, influxAccess(values, 'cellthread_read'), values);
    const differences = planDifferences(changes.rows, changes.stored);
    differences.map(differenceText).forEach((line) => output.out(line));
    output.out(
      differences.length === 0
        ? `Nothing to do: all ${changes.unchanged} rows say already what the plan says.`
        : `A push would write ${counted(differences.length, 'row')}, in force from ${iso(changes.effective_s)}; ${changes.unchanged} stay as they are.`
    );
    laterText(changes).forEach((line) => output.err(line));
    return differences.length === 0 ? 0 : DIFFERS;
  },
};
