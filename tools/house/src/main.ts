import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '@cellthread/install';
import { goArrows } from './goArrows';
import { roomsOf, total } from './rooms';
import { tableOf } from './tableOf';
import { typeScriptArrows } from './typeScriptArrows';

const usage = `npm run house [-- --at COMMIT] [--least FILES]
Counts files, lines and arrows of every room (folder): arrows lead from a file to one that it uses within its room, and run
back up where they go round in a circle. --at counts an earlier commit; rooms of fewer files than --least (8) are left out;
--up lists the arrows that run back up.`;

const folders = ['packages', 'plugins', 'tools', 'simulator', 'workbench', 'e2e', 'bench'];

/** The table of a checkout. */
function house(checkout: string, least: number, up: boolean): string {
  const lines = (file: string) => readFileSync(path.join(checkout, file), 'utf8').split('\n').length - 1;
  const parts = [
    { name: 'Go', arrows: goArrows(checkout, 'plugins/datasource/cells/pkg') },
    { name: 'TypeScript', arrows: typeScriptArrows(checkout, folders) },
  ];
  return parts
    .map(({ name, arrows }) => {
      const rooms = roomsOf(arrows, lines).filter(({ files }) => files >= least);
      const all = total(`all ${name}`, arrows, lines);
      const listed = up ? all.backUp.map(([from, to]) => `${from} → ${path.basename(to)}`) : [];
      return [tableOf([...rooms, all]), ...listed].join('\n');
    })
    .join('\n\n');
}

const { values } = parseArgs({
  options: {
    at: { type: 'string' },
    least: { type: 'string', default: '8' },
    up: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const least = Number(values.least);
if (values.help || !Number.isInteger(least)) {
  console.log(usage);
} else if (values.at === undefined) {
  console.log(house(root, least, values.up));
} else {
  const earlier = mkdtempSync(path.join(tmpdir(), 'cellthread-house-'));
  try {
    const archive = execFileSync('git', ['-C', root, 'archive', values.at], { maxBuffer: 1 << 30 });
    execFileSync('tar', ['-x', '-C', earlier], { input: archive });
    console.log(house(earlier, least, values.up));
  } finally {
    rmSync(earlier, { recursive: true, force: true });
  }
}
