import { type Plan } from '@cellthread/plan';
import { stringify } from 'yaml';
import { contactPoints, optionalReceivers } from './contactPoints';
import { muteTiming } from './muteTimings';
import { receiverName, ruleYaml } from './rule';
import { ruleGroups } from './ruleGroups';
import { tombstones } from './tombstones';

/** Every file below provisioning/alerting and provisioning/alerting-optional: path → text. */
export function alertingFiles(plan: Plan): Record<string, string> {
  const optional = (title: string, kind: keyof typeof optionalReceivers) =>
    file(title, {
      contactPoints: (['quality', 'maintenance', 'engineering'] as const).map((route) => ({
        orgId: 1,
        name: receiverName(route),
        receivers: [optionalReceivers[kind](route)],
      })),
    });
  return {
    'provisioning/alerting/rules.yaml': file('Alert rules, from the control plan.', {
      groups: ruleGroups(plan)
        .filter(({ rules }) => rules.length > 0)
        .map(({ name, interval, rules }) => ({
          orgId: 1,
          name,
          folder: 'Cellthread',
          interval,
          rules: rules.map(ruleYaml),
        })),
    }),
    'provisioning/alerting/contact-points.yaml': file('Contact points: the line and its people, by MQTT.', {
      contactPoints: contactPoints(plan),
    }),
    'provisioning/alerting/mute-timings.yaml': file('Planned stops of the sites’ calendars.', {
      muteTimes: plan.sites.map(muteTiming),
    }),
    ...(tombstones.rules.length + tombstones.contactPoints.length > 0 && {
      'provisioning/alerting/removed.yaml': file('What earlier versions provisioned and Grafana must delete.', {
        deleteRules: tombstones.rules.map((uid) => ({ orgId: 1, uid })),
        deleteContactPoints: tombstones.contactPoints.map((uid) => ({ orgId: 1, uid })),
      }),
    }),
    'provisioning/alerting-optional/email.yaml': optional(
      'E-mail to people, beside MQTT: copy to ../alerting.',
      'email'
    ),
    'provisioning/alerting-optional/webhook.yaml': optional('Webhooks, beside MQTT: copy to ../alerting.', 'webhook'),
  };
}

function file(title: string, content: Record<string, unknown>): string {
  const text = stringify({ apiVersion: 1, ...content }, { lineWidth: 0, aliasDuplicateObjects: false });
  return `# ${title} Made by \`npm run gen\`; change the control plan or tools/generate instead.\n${text}`;
}
