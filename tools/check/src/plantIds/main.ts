import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { exceptions } from './exceptions';
import { findings } from './findings';
import { idsOfPlants } from './idsOfPlants';
import { productFiles } from './productFiles';

const ids = idsOfPlants();
const found = productFiles().flatMap((file) =>
  findings(file, readFileSync(path.join(root, file), 'utf8'), ids, exceptions)
);
found.forEach(({ file, line, id }) => process.stdout.write(`${file}:${line} names "${id}" of a plant\n`));
if (found.length > 0) {
  process.stdout.write(
    'Product code names no station and no characteristic: take it from the plan, or say in tools/check/src/plantIds/exceptions.ts why it is a general word.\n'
  );
  process.exitCode = 1;
}
