import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '@cellthread/install';

const text = (...names: string[]) => readFileSync(path.join(root, ...names), 'utf8');
const folder = 'plugins/datasource/cells/cmd/keeper';
const known = [...text(folder, 'options.go').matchAll(/flags\.\w+Var\(&o\.\w+, "([a-z]+)"/g)].map((match) => match[1]!);
const unit = text(folder, 'cellthread-keeper.service');
const { services } = parse(text('docker-compose.yml'), { merge: true }) as {
  services: { keeper: { command: string[]; healthcheck: { test: string[] } } };
};
const options = (words: string[]) =>
  words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')[0]!);

it('docs/keeper.md lists the options of the keeper, and no other', () => {
  const listed = [...text('docs/keeper.md').matchAll(/^\| `--([a-z]+)` /gm)].map((match) => match[1]!);
  expect(listed.sort()).toEqual([...known].sort());
});

it('compose and the unit start the keeper with options that it has', () => {
  const started = unit.match(/^ExecStart=(.*)$/m)![1]!.split(' ');
  expect(started[0]).toBe('/usr/local/bin/cellthread-keeper');
  for (const words of [started, services.keeper.command, services.keeper.healthcheck.test]) {
    expect(options(words).length).toBeGreaterThan(0);
    expect(options(words).filter((option) => !known.includes(option))).toEqual([]);
  }
});

it('compose asks the keeper how it fares where it listens', () => {
  const { command, healthcheck } = services.keeper;
  const listens = command[command.indexOf('--listen') + 1]!;
  expect(healthcheck.test).toEqual(['CMD', '/cellthread-keeper', '--check', `http://${listens}/health`]);
});
