import type { Command } from '../command';
import { readOptions } from '../readOptions';
import { counted } from './counted';
import { planOf, planOption, planUsage } from './planOption';

export const planCheck: Command = {
  name: 'plan check',
  about: 'validates a control plan',
  usage: ['cellthread plan check [FILE] [--plant DIR]', '', ...planUsage],
  async run(args, output) {
    const { values, positionals } = readOptions(args, planOption, 1);
    const plan = planOf(positionals[0], values.plant);
    const characteristics = plan.stations.reduce((sum, station) => sum + station.characteristics.length, 0);
    output.out(
      `${plan.header.number} (document revision ${plan.header.revision}) is valid: ` +
        `${[
          counted(plan.sites.length, 'site'),
          counted(plan.stations.length, 'station'),
          counted(characteristics, 'characteristic'),
          counted(plan.equipment.length, 'machine'),
          counted(plan.control_limits.length, 'control limit'),
        ].join(', ')}.`
    );
    return 0;
  },
};
