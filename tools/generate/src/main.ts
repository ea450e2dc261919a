import path from 'node:path';
import { isDefault, plantFolder } from '@cellthread/plan/plant';
import { root } from '@cellthread/install';
import { formatted } from './formatted';
import { parseOptions, usage } from './options';
import { restarts } from './plant/restarts';
import { vocabularyFiles } from './vocabulary/vocabularyFiles';
import { writeFiles } from './writeOutputs';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** @returns the exit code: 0 done or nothing differs, 1 failed or something differs, 2 called wrongly. */
async function main(args: string[]): Promise<number> {
  let options;
  try {
    options = parseOptions(args);
  } catch (error) {
    process.stderr.write((error as Error).message);
    return 2;
  }
  if (options === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const { check } = options;
  const plant = plantFolder(options.plant);
  const writing = { check, format: (file: string, text: string) => formatted(root, file, text) };
  if (!check) {
    // The other generators import what is made of the vocabulary: it is written before they are loaded.
    (await writeFiles(root, vocabularyFiles(), writing)).forEach((file) => print(`written  ${file}`));
  }
  const { generatePlant } = await import('./generatePlant');
  const { written, removed } = await generatePlant(plant, writing);
  const place = (file: string) => (isDefault(plant) ? file : path.join(plant.out, file));
  written.forEach((file) => print(`${check ? 'differs' : 'written'}  ${place(file)}`));
  removed.forEach((file) => print(`${check ? 'is left' : 'removed'}  ${place(file)}`));
  const changed = [...written, ...removed];
  if (check && changed.length > 0) {
    process.stderr.write(
      `These files are not what the plan says: run npm run gen${isDefault(plant) ? ' and commit them' : ''}.\n`
    );
    return 1;
  }
  if (!check) {
    const parts = restarts(changed);
    print(parts.length > 0 ? `To be restarted, where it runs: ${parts.join(', ')}.` : 'Nothing has to be restarted.');
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
