import { matchesTopic } from '../replay/matchesTopic';
import { brokerUsers, deniedTo, equipmentUser } from './brokerUsers';

type Filters = Record<'denied' | 'publish' | 'subscribe', string[]>;

/** Of each user that was asked for: a broker asks at every message, and only for users that have logged in. */
const known = new Map<string, Filters>();

/** Whether a user may publish to a topic, or receive what is published there. */
export function mayUse(user: string, action: 'publish' | 'subscribe', topic: string): boolean {
  const filters = filtersOf(user);
  const matches = (filter: string) => matchesTopic(filter, topic);
  return !filters.denied.some(matches) && filters[action].some(matches);
}

function filtersOf(user: string): Filters {
  let filters = known.get(user);
  if (!filters) {
    const named = brokerUsers.find(({ name }) => name === user);
    const own = (filter: string) => filter.replace('%u', user);
    filters = {
      denied: named ? deniedTo(named) : [],
      publish: [...(named?.publish ?? []), ...equipmentUser.publish.map(own)],
      subscribe: [...(named?.subscribe ?? []), ...equipmentUser.subscribe.map(own)],
    };
    known.set(user, filters);
  }
  return filters;
}
