import type { WorkbenchUser } from './plugin/pluginContext';

/** Without a login: anonymous access, which Grafana gives the role of a Viewer. */
const ANONYMOUS: WorkbenchUser = { login: '', name: 'Anonymous', role: 'Viewer' };

/** Those whom a browser may choose to be, so that every role can be tried: two of each role that decides. */
const CHOICES: WorkbenchUser[] = [
  ANONYMOUS,
  { login: 'viewer', name: 'Vera (Viewer)', role: 'Viewer' },
  { login: 'editor-1', name: 'Edith (Editor)', role: 'Editor' },
  { login: 'editor-2', name: 'Edgar (Editor)', role: 'Editor' },
  { login: 'admin-1', name: 'Ada (Admin)', role: 'Admin' },
  { login: 'admin-2', name: 'Adam (Admin)', role: 'Admin' },
];

/** Where a browser keeps whom it chose. */
const COOKIE = 'cellthread_user';

/** Everybody whom a browser may be: first the user that the workbench was started with. */
export const usersOf = (own: WorkbenchUser): WorkbenchUser[] => [
  own,
  ...CHOICES.filter(({ login }) => login !== own.login),
];

/** Whom a browser chose to be, by its cookies; the user that the workbench was started with where it chose nobody. */
export function chosenUser(own: WorkbenchUser, cookies = ''): WorkbenchUser {
  const chosen = cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  return usersOf(own).find(({ login }) => login === chosen) ?? own;
}
