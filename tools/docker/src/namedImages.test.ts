import { readFileSync } from 'node:fs';
import path from 'node:path';
import { namedImages, withImages } from './namedImages.mjs';

const root = path.resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const tags = JSON.parse(read('tools/docker/images.json')) as Record<string, string>;
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

it('Dockerfile and docker-compose.yml name the images of the list, all of them, at its tags', () => {
  const named = ['Dockerfile', 'docker-compose.yml'].flatMap((file) => namedImages(read(file)));
  expect(Object.fromEntries(named.map(({ name, tag }) => [name, tag]))).toEqual(tags);
  expect(named.filter(({ name, tag }) => tags[name] !== tag)).toEqual([]);
});

it('a digest is written behind the tag, and replaced by the next one', () => {
  const once = withImages('FROM --platform=x node:22-bookworm-slim AS node\n', tags, { node: digest });
  expect(once).toBe(`FROM --platform=x node:22-bookworm-slim@${digest} AS node\n`);
  const other = digest.replace('01', '10');
  expect(withImages(once, tags, { node: other })).toBe(once.replace(digest, other));
});

it('a digest stays while its tag does, and goes with another tag', () => {
  const pinned = `    image: telegraf:1.39@${digest}\n`;
  expect(withImages(pinned, tags)).toBe(pinned);
  expect(withImages(pinned, { telegraf: '1.40' })).toBe('    image: telegraf:1.40\n');
});

it('own images and stages are left alone', () => {
  const text = 'FROM packages AS plugins\n    image: cellthread-tools:dev\n';
  expect(namedImages(text)).toEqual([]);
  expect(withImages(text, tags, { node: digest })).toBe(text);
});
