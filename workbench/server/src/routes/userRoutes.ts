import type { Route } from '../http/Router';
import { chosenUser, usersOf } from '../users';
import type { Workbench } from '../Workbench';

/** `/api/workbench/users`: whom a browser may choose to be, and whom it chose. */
export function userRoutes(workbench: Workbench): Route[] {
  return [
    {
      methods: ['GET'],
      path: '/api/workbench/users',
      handle: (exchange) =>
        exchange.json({
          users: usersOf(workbench.user),
          current: chosenUser(workbench.user, exchange.request.headers.cookie).login,
        }),
    },
  ];
}
