import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { plantFolder } from '@cellthread/plan/plant';
import { plantEnvironment } from './dockerPlant';

const dir = path.join(root, 'plants/pouch-pilot');

it('compose is told where a plant and its derived files lie, and gets a project of its own', () => {
  expect(plantEnvironment(plantFolder(dir))).toEqual({
    COMPOSE_PROJECT_NAME: 'cellthread-pouch-pilot',
    CELLTHREAD_PLANT: dir,
    CELLTHREAD_PLANT_OUT: path.join(dir, 'out'),
  });
});

it('every variable of the project that it sets is read by docker-compose.yml', () => {
  const compose = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
  const names = Object.keys(plantEnvironment(plantFolder(dir))).filter((name) => name.startsWith('CELLTHREAD_'));
  expect(names.filter((name) => !compose.includes(`\${${name}:-`))).toEqual([]);
});
