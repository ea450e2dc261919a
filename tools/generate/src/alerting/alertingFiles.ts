import { type Plan } from '@cellthread/plan';
import { Document, isMap, isSeq, visit } from 'yaml';
import { contactPoints } from './contactPoints';
import { messageTemplate } from './message/messageTemplate';
import { muteTiming } from './muteTimings';
import { optionalKinds, optionalReceivers } from './optionalReceivers';
import { policies } from './policies';
import { ruleYaml } from './rule';
import { ruleGroups } from './ruleGroups';
import { tombstones } from './tombstones';

/** Every file below provisioning/alerting, and below notify what a plant may add: path → text. */
export function alertingFiles(plan: Plan): Record<string, string> {
  return {
    'provisioning/alerting/rules.yaml': file('Alert rules, from the control plan.', {
      groups: ruleGroups(plan).map(({ name, interval, rules }) => ({
        orgId: 1,
        name,
        folder: 'Cellthread',
        interval,
        rules: rules.map((rule) => ruleYaml(rule, plan)),
      })),
    }),
    'provisioning/alerting/contact-points.yaml': file('Contact points: the line and its people, by MQTT.', {
      contactPoints: contactPoints(plan),
    }),
    'provisioning/alerting/templates.yaml': file('What people read.', {
      templates: [{ orgId: 1, name: 'cellthread', template: messageTemplate(plan) }],
    }),
    'provisioning/alerting/mute-timings.yaml': file(
      'Planned stops of the sites’ calendars, for notification policies of your own.',
      {
        muteTimes: plan.sites.map(muteTiming),
      }
    ),
    'provisioning/alerting/removed.yaml': file('What earlier versions provisioned and Grafana must delete.', {
      deleteRules: tombstones(plan).map((uid) => ({ orgId: 1, uid })),
    }),
    'notify/policies.yaml': file(
      'Notification policies of a Grafana that has none: they replace the whole tree. Paste what you want of them into your own.',
      { policies: [policies()] }
    ),
    ...Object.fromEntries(
      optionalKinds.map((kind) => [
        `notify/${kind}.yaml`,
        file('People, beside MQTT: copy to provisioning/alerting and set the variables.', {
          contactPoints: optionalReceivers(kind),
        }),
      ])
    ),
  };
}

/** One of the files; each query of a rule is a line. */
function file(title: string, content: Record<string, unknown>): string {
  const document = new Document({ apiVersion: 1, ...content }, { aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, { key, value }) => {
      if (String(key) === 'data' && isSeq(value)) {
        value.items.filter(isMap).forEach((query) => (query.flow = true));
        return visit.SKIP;
      }
      return undefined;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `# ${title} Made by \`npm run gen\`; change the control plan or tools/generate instead.\n${text}`;
}
