import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkbenchUser } from './plugin/pluginContext';
import { chosenUser, usersOf } from './users';

const own: WorkbenchUser = { login: 'workbench', name: 'Workbench', role: 'Editor' };

test('a browser is whom it chose, and the user of the workbench where it chose nobody', () => {
  assert.equal(chosenUser(own), own);
  assert.equal(chosenUser(own, 'theme=dark; cellthread_user=somebody'), own);
  assert.deepEqual(chosenUser(own, 'theme=dark; cellthread_user=admin-2').role, 'Admin');
  assert.deepEqual(chosenUser(own, 'cellthread_user=').login, '');
});

test('of every role that decides there are two to choose, and there is nobody', () => {
  const roles = usersOf(own).map(({ login, role }) => (login === '' ? 'nobody' : role));
  assert.deepEqual(roles, ['Editor', 'nobody', 'Viewer', 'Editor', 'Editor', 'Admin', 'Admin']);
});
