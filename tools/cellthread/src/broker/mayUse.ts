import { matchesTopic } from '../replay/matchesTopic';
import { type BrokerUser, brokerUsers, equipmentUser } from './brokerUsers';

/** Whether a user may publish to a topic, or receive what is published there. */
export function mayUse(user: string, action: 'publish' | 'subscribe', topic: string): boolean {
  const named: Omit<BrokerUser, 'name'> | undefined = brokerUsers.find(({ name }) => name === user);
  const own = equipmentUser[action].map((filter) => filter.replace('%u', user));
  return [...(named?.[action] ?? []), ...own].some((filter) => matchesTopic(filter, topic));
}
