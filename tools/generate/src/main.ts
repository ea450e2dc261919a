import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPlan } from '@cellthread/plan/load';
import { formatted } from './formatted';
import { generators } from './generators';
import { writeOutputs } from './writeOutputs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const args = process.argv.slice(2);
const check = args.includes('--check');
const unknown = args.find((arg) => arg !== '--check');

if (unknown !== undefined) {
  process.stderr.write(`"${unknown}" is not known: npm run gen takes no arguments, or --check.\n`);
  process.exitCode = 2;
} else {
  try {
    const differing = await writeOutputs(root, loadPlan(), generators, { check, format: formatted });
    differing.forEach((file) => process.stdout.write(`${check ? 'differs' : 'written'}  ${file}\n`));
    if (check && differing.length > 0) {
      process.stderr.write('These files are not what the plan says: run npm run gen and commit them.\n');
      process.exitCode = 1;
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
