import { planOrigin } from '@cellthread/plan';
import { changeOptions, changeUsage, sayChange } from '../changes/sayChange';
import type { Command } from '../command';
import { influxAccess, influxOptions, influxUsage } from '../influx';
import { readOptions } from '../readOptions';
import { changesOf } from './changes';
import { planOf, planOption, planUsage } from './planOption';

const options = { ...influxOptions, ...planOption, ...changeOptions } as const;

export const planPropose: Command = {
  name: 'plan propose',
  about: 'proposes what changed in a control plan through Grafana; in force it is once two persons have approved',
  usage: [
    'cellthread plan propose [FILE] [--plant DIR] --text WHY [options]',
    '',
    'The plan is checked as by "plan check" and compared with the rows in InfluxDB as by "plan push".',
    ...planUsage,
    ...influxUsage,
    ...changeUsage,
  ],
  async run(args, output) {
    const { values, positionals } = readOptions(args, options, 1);
    const plan = planOf(positionals[0], values.plant);
    const access = influxAccess(values, 'cellthread_record');
    const { rows, stored } = await changesOf(plan, access, { 'database-prefix': values['database-prefix'] });
    if (rows.length === 0) {
      output.out('Nothing to propose: the database says already what the plan says.');
      return 0;
    }
    const based_on = Math.max(
      0,
      ...stored.filter(({ origin }) => origin === planOrigin).map(({ revision }) => revision)
    );
    const proposed = rows.map(({ measurement, tags, fields, active }) => ({
      measurement,
      tags,
      fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
      ...(!active && { withdraws: true }),
    }));
    return sayChange(
      values,
      'plan-revisions',
      { do: 'propose', site: values.site, text: values.text, based_on, rows: proposed },
      output
    );
  },
};
