import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Where programs that had to be built on this machine lie. */
export const binDir = path.join(root, '.cellthread', 'bin');

export const pluginDir = path.join(root, 'plugins/datasource/cells');
