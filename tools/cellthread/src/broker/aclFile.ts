import { type BrokerUser, brokerUsers, deniedTo, equipmentUser } from './brokerUsers';

/** The access list as mosquitto reads it. Whoever is not named, and every topic that is not, is refused. */
export function aclFile(): string {
  const users = brokerUsers.map((user) =>
    [`# ${sentence(user.for)}`, `user ${user.name}`, ...lines('topic', user), ...denied(user)].join('\n')
  );
  const others = [`# ${sentence(equipmentUser.for)}`, ...lines('pattern', equipmentUser)].join('\n');
  return [
    '# Who may publish (write) and subscribe to (read) what. Made by `npm run gen` from tools/cellthread/src/broker/brokerUsers.ts.',
    ...users,
    others,
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');
}

const lines = (word: 'topic' | 'pattern', { publish, subscribe }: Pick<BrokerUser, 'publish' | 'subscribe'>) => [
  ...publish.map((topic) => `${word} write ${topic}`),
  ...subscribe.map((topic) => `${word} read ${topic}`),
];

const denied = (user: BrokerUser) => deniedTo(user).map((topic) => `topic deny ${topic}`);

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
