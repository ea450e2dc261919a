import { parseArgs } from 'node:util';

export const dockerUsage = `npm run demo -- --docker [options]

  --plant DIR      folder of a plant, with its plan.yaml (default: the default plant)
  --port-base N    Grafana at port N, MQTT at N+1, InfluxDB at N+2 (default 3000, 1883, 8086)
  --history 8h     length of the accelerated history before the line goes live (default 8h, or 300 cells of a slow line; 0h for none)
  --seed N         seed of the simulated line (default 1)
  --fault ID[@3h]  a fault of the simulated line, repeatable (none: no fault;
                   default: those that show the line best)
  --mes none       what fails on the simulated line waits for people (usual: its MES scraps or reworks it at once)
  --no-simulator   only the parts; publish your own records

Docker keeps the data in volumes: \`docker compose down -v\` removes them.
`;

/**
 * What `npm run demo -- --docker` was asked for, as the environment and the arguments of `docker compose up`.
 * @throws Error with a sentence that names what is wrong
 */
export function composeOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      docker: { type: 'boolean' },
      plant: { type: 'string' }, // what it means stands in the environment already
      'port-base': { type: 'string' },
      history: { type: 'string' },
      seed: { type: 'string' },
      fault: { type: 'string', multiple: true },
      mes: { type: 'string' },
      'no-simulator': { type: 'boolean' },
      'no-open': { type: 'boolean' }, // no browser is opened anyway
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    return 'help';
  }
  if (values.data !== undefined) {
    throw new Error('--data does not go with --docker: Docker keeps the data in volumes of its own.');
  }
  const env = {};
  if (values['port-base'] !== undefined) {
    const first = whole('--port-base', values['port-base'], 1024, 65_532);
    Object.assign(env, {
      CELLTHREAD_GRAFANA_PORT: String(first),
      CELLTHREAD_MQTT_PORT: String(first + 1),
      CELLTHREAD_INFLUX_PORT: String(first + 2),
    });
  }
  if (values.history !== undefined) {
    if (!/^\d+[mhd]$/.test(values.history)) {
      throw new Error(`--history ${values.history} is no duration: write 90m, 8h or 2d.`);
    }
    env.CELLTHREAD_HISTORY = values.history;
  }
  if (values.seed !== undefined) {
    env.CELLTHREAD_SEED = String(whole('--seed', values.seed, 0, 2 ** 31 - 1));
  }
  if (values.fault !== undefined) {
    env.CELLTHREAD_FAULTS = values.fault.join(',');
  }
  if (values.mes !== undefined) {
    if (!['usual', 'none'].includes(values.mes)) {
      throw new Error(`--mes ${values.mes}: write usual or none.`);
    }
    env.CELLTHREAD_MES = values.mes;
  }
  if (values['no-simulator']) {
    env.CELLTHREAD_COMPRESS = '1';
  }
  return { env, up: values['no-simulator'] ? ['--scale', 'simulator=0'] : [] };
}

function whole(flag, text, least, most) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`${flag} ${text} is not a whole number from ${least} to ${most}.`);
  }
  return value;
}
