// Writes the tags of images.json into Dockerfile and docker-compose.yml, and the digest that each has today in its registry:
//   node tools/docker/src/pinImages.mjs           (needs docker buildx and a registry that answers)
//   node tools/docker/src/pinImages.mjs --tags    (tags alone)
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withImages } from './namedImages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const tags = JSON.parse(readFileSync(path.join(root, 'tools/docker/images.json'), 'utf8'));
const digests = {};

if (!process.argv.includes('--tags')) {
  for (const [name, tag] of Object.entries(tags)) {
    const asked = ['buildx', 'imagetools', 'inspect', '--format', '{{.Manifest.Digest}}', `${name}:${tag}`];
    const { status, stdout, stderr, error } = spawnSync('docker', asked, { encoding: 'utf8' });
    const digest = stdout?.trim();
    if (status !== 0 || !/^sha256:[0-9a-f]{64}$/.test(digest)) {
      process.stderr.write(
        `${name}:${tag}: no registry told its digest (${(error?.message ?? stderr).trim()}). Nothing was written; try where the registry can be reached, or --tags.\n`
      );
      process.exit(1);
    }
    digests[name] = digest;
  }
}
for (const file of ['Dockerfile', 'docker-compose.yml']) {
  const at = path.join(root, file);
  writeFileSync(at, withImages(readFileSync(at, 'utf8'), tags, digests));
}
