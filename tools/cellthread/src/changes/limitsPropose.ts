import { type Command, UsageError } from '../command';
import { readOptions } from '../readOptions';
import { changeOptions, changeUsage, sayChange } from './sayChange';

const text = { type: 'string' } as const;
const options = {
  ...changeOptions,
  station: text,
  characteristic: text,
  product: text,
  stratum: text,
  model: { type: 'string', default: 'normal' },
  status: text,
  trigger: text,
  number: { type: 'string', multiple: true },
  'based-on': text,
} as const;

/** `centre=800` … as numbers by name. */
function readNumbers(option: string, given: readonly string[] = []): Record<string, number> {
  return Object.fromEntries(
    given.map((pair) => {
      const [, name, number] = /^([a-z_0-9]+)=(.+)$/.exec(pair) ?? [];
      const value = Number(number);
      if (!name || !Number.isFinite(value)) {
        throw new UsageError(`--${option} "${pair}" is no number of a name: write for example centre=800.`);
      }
      return [name, value];
    })
  );
}

export const limitsPropose: Command = {
  name: 'limits propose',
  about: 'proposes control limits through Grafana; in force they are once two persons have approved',
  usage: [
    'cellthread limits propose --station STATION --characteristic ID --number NAME=VALUE … --text WHY [options]',
    '',
    '--number NAME=VALUE       of the model and its baseline: centre, sigma_within, sigma_between, subgroup_n, n, lots_spanned, …',
    '--model MODEL             default normal',
    '--product ID, --stratum KEY=VALUE,…   what they hold for (default: all)',
    '--status STATUS           approved, provisional or retired (default: what the baseline allows)',
    '--trigger TEXT            why they were established',
    '--based-on REVISION       of the limits that were looked at; another in force by then is refused',
    ...changeUsage,
  ],
  async run(args, output) {
    const { values } = readOptions(args, options, 0);
    const based = values['based-on'];
    return sayChange(
      values,
      'control-limits',
      {
        do: 'propose',
        site: values.site,
        text: values.text,
        station: values.station,
        characteristic: values.characteristic,
        product: values.product,
        stratum: values.stratum,
        model: values.model,
        status: values.status,
        trigger: values.trigger,
        numbers: readNumbers('number', values.number),
        ...(based !== undefined && { based_on: readNumbers('based-on', [`x=${based}`])['x'] }),
      },
      output
    );
  },
};
