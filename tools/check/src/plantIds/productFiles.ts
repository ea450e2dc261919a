import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';

const product = ['packages', 'plugins', 'tools', 'workbench', 'telegraf/processors', 'simulator'];

/** What may name a plant: the physics of its line, tests and what they send, layouts of cyclers' exports, and what is generated. */
const ofPlants = [
  /^simulator\/src\/lines\/lfp-prismatic\//,
  /^tools\/check\/src\/plantIds\/exceptions\.ts$/,
  /^tools\/ingest\/src\/(floods|plant)\//,
  /^tools\/cellthread\/src\/cyclers\//,
  /(\.test\.tsx?|_test\.go)$/,
  /\/(testing|testdata|testcases|rendered)\//,
  /\.gen\.\w+$/,
];

/** The programs of the product, as paths below the checkout. */
export const productFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--', ...product], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(tsx?|mjs|go|star)$/.test(file) && !ofPlants.some((pattern) => pattern.test(file)))
    .filter((file) => existsSync(path.join(root, file)));
