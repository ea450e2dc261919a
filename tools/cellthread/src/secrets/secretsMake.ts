import type { Command } from '../command';
import { readOptions } from '../readOptions';
import { UsageError } from '../command';
import { makeSecrets } from './makeSecrets';

export const secretsMake: Command = {
  name: 'secrets make',
  about: 'makes the passwords of database, broker and Grafana that are missing in a folder',
  usage: [
    'cellthread secrets make DIR',
    '',
    'DIR                       one file a user, which only its owner reads; what is there stays. To change a password, delete',
    '                          its file, run this and "cellthread database prepare", and restart what uses it',
  ],
  async run(args, { out }) {
    const { positionals } = readOptions(args, {}, 1);
    const [dir] = positionals;
    if (dir === undefined) {
      throw new UsageError('DIR is missing: say in which folder the passwords are to lie.');
    }
    const made = makeSecrets(dir);
    out(made.length > 0 ? `Made in ${dir}: ${made.join(', ')}.` : `Nothing to do: all passwords are in ${dir}.`);
    return 0;
  },
};
