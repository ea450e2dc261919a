import { matchesTopic } from '../replay/matchesTopic';
import { brokerUsers, deniedTo, equipmentUser } from './brokerUsers';

/** Whether a user may publish to a topic, or receive what is published there. */
export function mayUse(user: string, action: 'publish' | 'subscribe', topic: string): boolean {
  const named = brokerUsers.find(({ name }) => name === user);
  if (named && deniedTo(named).some((filter) => matchesTopic(filter, topic))) {
    return false;
  }
  const own = equipmentUser[action].map((filter) => filter.replace('%u', user));
  return [...(named?.[action] ?? []), ...own].some((filter) => matchesTopic(filter, topic));
}
