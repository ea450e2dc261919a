import { readFileSync } from 'fs';
import { join } from 'path';

/** A file of the repository, by its path below plugins/datasource/cells. */
export const readText = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');
