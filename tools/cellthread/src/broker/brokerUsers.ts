import { breakingEvents, machineEvents, mesEvents } from '@cellthread/vocabulary';
import { matchesTopic } from '../replay/matchesTopic';

/** A user of the MQTT broker with the topics it may publish and subscribe to; `+` and `#` as in MQTT, `%u` its own name. */
export interface BrokerUser {
  name: string;
  /** What it is for, in the documents and the access list. */
  for: string;
  publish: string[];
  subscribe: string[];
}

/** A topic of one machine: enterprise, site, area, line and equipment stand in front. */
const ofEquipment = (rest: string, equipment = '+') => `umh/v1/+/+/+/+/${equipment}/${rest}`;

/**
 * The same with one to eight levels in front. A topic of wrong depth has to reach Telegraf, which keeps it with its
 * reason: what an access list drops, the broker acknowledges, and nobody hears of it.
 */
const atAnyDepth = (rest: string) => Array.from({ length: 8 }, (_, more) => `umh/v1/${'+/'.repeat(more + 1)}${rest}`);

const events = (kinds: readonly string[]) => kinds.map((kind) => `_event/${kind}`);

/** The seal of a day, of the whole record; an MES hears them, so that somebody else has them as well. */
const seals = 'umh/v1/+/+/_seal/+';

/** What is held, at whatever line: an item goes on to others. */
const held = ofEquipment('_held/#');

const results = ['_cellresult/#', '_environment/#', '_state/#', '_genealogy/#', ...events(machineEvents)];

/**
 * The usual ways to misspell a contract. They reach Telegraf for the same reason, which takes none of them for the contract and
 * keeps each with what should be written.
 */
function slipsOf(...words: string[]): string[] {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const plain = words.join('');
  const slips = [
    `_${words.map(capital).join('')}`,
    `_${words[0]}${words.slice(1).map(capital).join('')}`,
    `_${capital(plain)}`,
    `_${plain.toUpperCase()}`,
    `_${words.join('_')}`,
    `_${words.join('-')}`,
    ...['s', '_v1', '-v1', '_v2', '-v2'].map((end) => `_${plain}${end}`),
    plain,
  ];
  return [...new Set(slips)].filter((slip) => slip !== `_${plain}`).map((slip) => `${slip}/#`);
}

const misspeltEvents = slipsOf('event');
const misspelt = [slipsOf('cell', 'result'), slipsOf('environment'), slipsOf('genealogy'), misspeltEvents].flat();

/** The users of the broker. The access list of mosquitto is generated from them, the embedded broker reads them. */
export const brokerUsers: BrokerUser[] = [
  {
    name: 'station',
    for: 'all stations, until each has a user of its own',
    publish: [...results.flatMap(atAnyDepth), ...misspelt.map((slip) => ofEquipment(slip))],
    subscribe: [ofEquipment('_command/#'), held],
  },
  {
    name: 'mes',
    for: 'the manufacturing execution system that is master of dispositions',
    publish: [
      ...events([...machineEvents, ...mesEvents]).flatMap(atAnyDepth),
      ...misspeltEvents.map((slip) => ofEquipment(slip)),
    ],
    // Whoever plans the work at machines hears what others have done there.
    subscribe: [
      ofEquipment('_command/#'),
      ...events(breakingEvents).map((event) => ofEquipment(event)),
      'cellthread/+/notify/#',
      seals,
      held,
    ],
  },
  { name: 'telegraf', for: 'Telegraf', publish: [], subscribe: ['umh/v1/#', '$SYS/#'] },
  {
    name: 'grafana',
    for: 'the contact points of Grafana',
    publish: ['umh/v1/+/_alert/grafana', 'cellthread/+/notify/#'],
    subscribe: [],
  },
  {
    name: 'cellthread',
    for: 'commands and seals of Cellthread, and what is held',
    publish: [ofEquipment('_command/#'), seals, held],
    subscribe: [ofEquipment('_event/command-ack'), seals, held],
  },
];

/**
 * What the rule for equipment would add to a user of this list, were an equipment named like it, and is denied. Denying a topic
 * also denies its reading: what the user reads anyway is left out, and ingest refuses equipment of such a name.
 */
export const deniedTo = ({ name, publish, subscribe }: BrokerUser): string[] =>
  [...equipmentUser.publish, ...equipmentUser.subscribe]
    .map((filter) => filter.replace('%u', name))
    .filter((topic) => ![...publish, ...subscribe].some((own) => matchesTopic(own, topic)));

/** What any further user may do that is named after its equipment (`filler-02`): speak for that equipment alone, and hear what is held. */
export const equipmentUser: Omit<BrokerUser, 'name'> = {
  for: 'one station, named after its equipment',
  publish: [...results, ...misspelt].map((rest) => ofEquipment(rest, '%u')),
  subscribe: [ofEquipment('_command/#', '%u'), held],
};
