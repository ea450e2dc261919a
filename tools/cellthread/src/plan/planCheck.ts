import { loadPlan } from '@cellthread/plan/load';
import type { Command } from '../command';
import { readOptions } from '../readOptions';

export const planCheck: Command = {
  name: 'plan check',
  about: 'validates a control plan',
  usage: ['cellthread plan check [FILE]', '', 'FILE   default: the plan of the default plant'],
  async run(args, output) {
    const { positionals } = readOptions(args, {}, 1);
    const plan = loadPlan(positionals[0]);
    const characteristics = plan.stations.reduce((sum, station) => sum + station.characteristics.length, 0);
    output.out(
      `${plan.header.number} revision ${plan.header.revision} is valid: ${plan.sites.length} sites, ` +
        `${plan.stations.length} stations, ${characteristics} characteristics, ${plan.equipment.length} equipment, ` +
        `${plan.control_limits.length} control limits.`
    );
    return 0;
  },
};
