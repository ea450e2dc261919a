import type { Generator } from '../generator';
import { generators } from '../generators';
import { mounted } from './handWritten';
import { mark } from './requireOwn';

/** What is derived for the project rather than for a plant stays in the checkout. */
const ofPlant = (file: string) => file === 'docs/control-plan.md' || mounted.some((dir) => file.startsWith(`${dir}/`));

function restricted(generator: Generator): Generator {
  return {
    ...generator,
    outputs: (plan) => Object.fromEntries(Object.entries(generator.outputs(plan)).filter(([file]) => ofPlant(file))),
  };
}

/** Git leaves alone what is derived for a plant of one's own; by this file the folder is known as one to write to. */
const ignored: Generator = {
  id: 'ignored',
  outputs: () => ({ [mark]: '# Everything here is written by `npm run gen`.\n*\n' }),
};

/** What a plan says, for a plant of one's own. */
export const ownGenerators: Generator[] = [ignored, ...generators.map(restricted)];
