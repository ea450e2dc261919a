import path from 'node:path';
import { parseArgs } from 'node:util';
import { plantFolder, type PlantFolder } from '@cellthread/plan/plant';
import { root, StackError } from '@cellthread/install';

/** What `npm run demo` was asked for. */
export interface DemoOptions {
  plant: PlantFolder;
  portBase: number;
  dataDir: string;
  history: string;
  seed: number;
  faults: string[];
  /** What the simulator is asked for besides. */
  extra: string[];
  simulator: boolean;
  open: boolean;
}

export const demoUsage = `npm run demo -- [options]

  --plant DIR      folder of a plant, with its plan.yaml (default: the default plant)
  --port-base N    first of four ports: workbench N, MQTT N+1, InfluxDB N+2 and N+3 (default 8600)
  --data DIR       where data and logs lie (default .cellthread; of another plant .cellthread/plants/NAME)
  --history 8h     length of the accelerated history before the line goes live (default 8h, or 300 cells of a slow line; 0h for none)
  --seed N         seed of the simulated line (default 1)
  --fault ID[@3h]  a fault of the simulated line, repeatable (none: no fault;
                   default: those that show the line best)
  --mes none       what fails on the simulated line waits for people (usual: its MES scraps or reworks it at once)
  --no-simulator   only the parts; publish your own records
  --no-open        do not open a browser
  --docker         the same with docker compose and a full Grafana; options: npm run demo -- --docker --help
`;

/** What is wrong with the line when nothing else is asked for: the simulator knows what shows a plant best. */
const demoFaults = ['usual'];
/** Eight hours, or as far back as a slow line needs: the simulator knows its takt. */
const demoHistory = 'auto';

/** Reads the arguments; an unknown or malformed one is refused by name. */
export function parseDemoOptions(args: string[]): DemoOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        'port-base': { type: 'string', default: '8600' },
        data: { type: 'string' },
        plant: { type: 'string' },
        history: { type: 'string', default: demoHistory },
        seed: { type: 'string', default: '1' },
        fault: { type: 'string', multiple: true, default: [] },
        mes: { type: 'string', default: 'usual' },
        'no-simulator': { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new StackError(`${(error as Error).message}\n\n${demoUsage}`);
  }
  if (values.help) {
    return 'help';
  }
  if (values.history !== demoHistory && !/^\d+[mhd]$/.test(values.history)) {
    throw new StackError(`--history ${values.history} is no duration: write 90m, 8h or 2d.`);
  }
  if (!['usual', 'none'].includes(values.mes)) {
    throw new StackError(`--mes ${values.mes}: write usual or none.`);
  }
  const plant = plantOf(values.plant);
  return {
    portBase: wholeNumber('--port-base', values['port-base'], 1024, 65_532),
    plant,
    dataDir: values.data === undefined ? plant.data : path.resolve(root, values.data),
    history: values.history,
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
    faults: values.fault.length === 0 ? demoFaults : values.fault.filter((fault) => fault !== 'none'),
    extra: ['--mes', values.mes],
    simulator: !values['no-simulator'],
    open: !values['no-open'],
  };
}

function plantOf(dir: string | undefined): PlantFolder {
  try {
    return plantFolder(dir);
  } catch (error) {
    throw new StackError(`--plant: ${(error as Error).message}`);
  }
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new StackError(`${flag} ${text} is not a whole number from ${least} to ${most}.`);
  }
  return value;
}
