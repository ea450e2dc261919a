import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Arrows } from './Arrows';

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'goArrows/main.go');

/** Which Go file uses a declaration of which other file of its package, below `folder` of the checkout `root`. */
export function goArrows(root: string, folder: string): Arrows {
  if (!existsSync(path.join(root, folder))) {
    return new Map();
  }
  const out = execFileSync('go', ['run', program, path.join(root, folder)], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' },
  });
  const found = JSON.parse(out) as Record<string, string[]>;
  const place = (file: string) => `${folder}/${file}`;
  return new Map(Object.entries(found).map(([from, to]) => [place(from), to.map(place)]));
}
