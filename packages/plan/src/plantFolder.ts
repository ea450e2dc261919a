import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)));
const plants = path.join(checkout, 'plants');

/** A plant is a folder with its `plan.yaml`; everything of it on this machine has its place by that folder alone. */
export interface PlantFolder {
  /** Absolute. */
  dir: string;
  /** The plan in it. */
  plan: string;
  /**
   * Below it lies what `npm run gen` derives: `provisioning/`, `telegraf/`, `docs/`. For the default plant the checkout, where
   * the files are committed; for any other one its folder `out`, which is ignored by Git.
   */
  out: string;
  /** Data, logs and passwords of the demo. */
  data: string;
  /** The project of docker compose, which names its volumes. */
  project: string;
}

/** The plant that is meant where none is named: `plants/default` says which. */
export function defaultPlant(): string {
  return path.join(plants, readFileSync(path.join(plants, 'default'), 'utf8').trim());
}

/**
 * The plant in `dir`; without one, the default plant. Data of plants outside the checkout lie in it all the same: a folder
 * that is copied, shared or committed must not take passwords along.
 * @throws Error with a sentence if there is no such folder or no plan in it.
 */
export function plantFolder(dir: string = defaultPlant()): PlantFolder {
  const at = existing(path.resolve(dir));
  const local = path.join(checkout, '.cellthread');
  const places =
    at === existing(defaultPlant())
      ? { out: checkout, data: local, project: 'cellthread' }
      : {
          out: path.join(at, 'out'),
          data: path.join(local, 'plants', ownName(at)),
          project: `cellthread-${ownName(at)}`,
        };
  return { dir: at, plan: path.join(at, 'plan.yaml'), ...places };
}

/** Whether its derived files are those of the checkout. */
export const isDefault = (plant: PlantFolder): boolean => plant.dir === plantFolder().dir;

/** Links resolved, so that one folder has one place for its data. */
function existing(dir: string): string {
  if (!statSync(path.join(dir, 'plan.yaml'), { throwIfNoEntry: false })?.isFile()) {
    throw new Error(`${dir} is no folder of a plant: there is no plan.yaml in it.`);
  }
  return realpathSync(dir);
}

/** The folder's name, for folders outside `plants/` with eight digits of their path's SHA-256: two may bear one name. */
function ownName(dir: string): string {
  const name = path
    .basename(dir)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return path.dirname(dir) === realpathSync(plants) && name === path.basename(dir)
    ? name
    : `${name || 'plant'}-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}`;
}
