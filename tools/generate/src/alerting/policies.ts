import { routes } from '@cellthread/vocabulary';
import { peopleOf, safetyOf } from './contactPoints';

type Matcher = [label: string, operator: '=' | '=~', value: string];

interface Policy {
  receiver: string;
  object_matchers?: Matcher[];
  group_by?: string[];
  group_wait?: string;
  group_interval?: string;
  repeat_interval?: string;
  routes?: Policy[];
}

const machine = ['grafana_folder', 'alertname', 'site', 'line', 'station', 'equipment'];
// Of what many of 256 positions of a machine have at once, one message.
const cause = [...machine, 'characteristic'];

const toTeams = (pointOf: (route: string) => string): Policy[] =>
  routes.map((route) => ({ receiver: pointOf(route), object_matchers: [['team', '=', route]] }));

/**
 * A tree of notification policies for a Grafana that has none of its own: one message a cause, matters of safety at once, the
 * others by team. None is muted: what ends in a mute timing Grafana never tells, and what begins anew after it not for a day.
 */
export const policies = (): Policy & { orgId: number } => ({
  orgId: 1,
  receiver: peopleOf('engineering'),
  group_by: cause,
  group_wait: '30s',
  group_interval: '5m',
  repeat_interval: '24h',
  routes: [
    {
      receiver: peopleOf('quality'),
      object_matchers: [['severity', '=', 'safety']],
      group_by: cause,
      group_wait: '0s',
      repeat_interval: '4h',
      routes: [
        {
          receiver: safetyOf('quality'),
          object_matchers: [['kind', '=', 'out-of-spec']],
          group_interval: '1m',
          // A machine that sorts some out every day fires for ever. Grafana forgets after so long that it has told of it.
          repeat_interval: '120h',
          routes: toTeams(safetyOf),
        },
        // What departs does end, and is told so.
        ...toTeams(peopleOf),
      ],
    },
    // Where nothing can be read, every rule says so: one message.
    { receiver: peopleOf('engineering'), object_matchers: [['kind', '=', 'unread']], group_by: machine.slice(0, 2) },
    ...toTeams(peopleOf),
  ],
});
