import { peoplePoints } from './contactPoints';

const text = '{{ template "cellthread.message" . }}';
const title = '{{ template "cellthread.title" . }}';

/** How people may be reached beside MQTT, by the file that is copied in when wanted; each address is a variable. */
const receivers: Record<string, (variable: string) => { type: string; settings: Record<string, unknown> }> = {
  email: (variable) => ({
    type: 'email',
    settings: { addresses: `$${variable}_EMAIL`, singleEmail: true, subject: title, message: text },
  }),
  webhook: (variable) => ({
    type: 'webhook',
    settings: { url: `$${variable}_WEBHOOK`, httpMethod: 'POST', title, message: text },
  }),
  teams: (variable) => ({ type: 'teams', settings: { url: `$${variable}_TEAMS`, title, message: text } }),
  slack: (variable) => ({ type: 'slack', settings: { url: `$${variable}_SLACK`, title, text } }),
};

export const optionalKinds = Object.keys(receivers);

/** Second receivers of the contact points of people; both of a route have the same address. */
export const optionalReceivers = (kind: string) =>
  peoplePoints.map(({ route, name, firingOnly }) => ({
    orgId: 1,
    name,
    receivers: [
      {
        uid: `${name}-${kind}`,
        ...(firingOnly && { disableResolveMessage: true }),
        ...receivers[kind]!(`CELLTHREAD_${route.toUpperCase()}`),
      },
    ],
  }));
