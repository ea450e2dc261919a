import { composeOptions } from './composeOptions.mjs';

it('without options compose goes by its own defaults', () => {
  expect(composeOptions(['--docker', '--no-open'])).toEqual({ env: {}, up: [] });
});

it('every option of the demo reaches the stack', () => {
  const args = [
    '--docker',
    '--port-base',
    '9000',
    '--history',
    '90m',
    '--seed',
    '7',
    '--mes',
    'none',
    '--no-simulator',
  ];
  expect(composeOptions([...args, '--fault', 'welder-leakers', '--fault', 'calender-drift'])).toEqual({
    env: {
      CELLTHREAD_GRAFANA_PORT: '9000',
      CELLTHREAD_MQTT_PORT: '9001',
      CELLTHREAD_INFLUX_PORT: '9002',
      CELLTHREAD_HISTORY: '90m',
      CELLTHREAD_SEED: '7',
      CELLTHREAD_FAULTS: 'welder-leakers,calender-drift',
      CELLTHREAD_MES: 'none',
      CELLTHREAD_COMPRESS: '1',
    },
    up: ['--scale', 'simulator=0'],
  });
});

it('which plant it is stands in the environment already', () => {
  expect(composeOptions(['--docker', '--plant', '/somewhere'])).toEqual({ env: {}, up: [] });
});

it.each([
  [['--data', '/x'], '--data does not go with --docker'],
  [['--history', 'long'], '--history long is no duration'],
  [['--mes', 'off'], '--mes off: write usual or none.'],
  [['--seed', '1.5'], '--seed 1.5 is not a whole number'],
  [['--port-base', '80'], '--port-base 80 is not a whole number from 1024 to 65532.'],
  [['--fautl', 'x'], "Unknown option '--fautl'"],
])('%j is refused by name', (args, sentence) => {
  expect(() => composeOptions(['--docker', ...args])).toThrow(sentence);
});
