import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { AlertRule, Routing } from './AlertRule';
import { type ContactPoint, toContactPoint } from './contactPoint';
import { type MuteTiming, muteTimingSchema } from './muteTiming';
import { allPolicies, type Policy, readPolicy } from './policy';
import { groupSchema } from './ruleSchema';
import { toAlertRule } from './toAlertRule';

/** A rule that is not evaluated, and what of it is not understood. */
export interface RefusedRule {
  uid: string;
  title: string;
  group: string;
  why: string;
}

/** What Grafana would be provisioned with, as far as it is understood here. */
export interface Alerting {
  rules: AlertRule[];
  refused: RefusedRule[];
  contactPoints: ContactPoint[];
  muteTimings: MuteTiming[];
  /** Whom rules without a receiver of their own are told to. */
  policy?: Policy;
  /** Notification templates by file, Go texts. */
  templates: string[];
}

type Env = Record<string, string | undefined>;

const fileSchema = v.object({
  groups: v.optional(v.array(groupSchema), []),
  contactPoints: v.optional(v.array(v.unknown()), []),
  muteTimes: v.optional(v.array(muteTimingSchema), []),
  templates: v.optional(v.array(v.object({ name: v.string(), template: v.string() })), []),
});

/**
 * Every `*.yaml` of a Grafana provisioning folder `alerting/`, and a file of notification policies. What of a rule is not
 * understood refuses that rule; a file that is none throws.
 */
export function readAlerting(folder: string, policies: string | undefined, env: Env = process.env): Alerting {
  const policy = readPolicy(policies);
  const found: Alerting = { rules: [], refused: [], contactPoints: [], muteTimings: [], policy, templates: [] };
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    try {
      const content = v.parse(fileSchema, parse(readFileSync(file, 'utf8')) ?? {});
      found.contactPoints.push(...content.contactPoints.flatMap((entry) => toContactPoint(entry, env)));
      found.muteTimings.push(...content.muteTimes);
      found.templates.push(...content.templates.map(({ template }) => template));
      content.groups.forEach((group) => readGroup(group, env, found));
    } catch (error) {
      throw new Error(`${file} is not an alerting provisioning file: ${(error as Error).message}`, { cause: error });
    }
  }
  return { ...found, ...withReceivers(found) };
}

function readGroup(group: v.InferOutput<typeof groupSchema>, env: Env, found: Alerting): void {
  const { name, folder, interval: intervalMs, rules } = group;
  for (const entry of rules) {
    try {
      const rule = toAlertRule(entry, { name, folder, intervalMs }, env);
      found.rules.push(...(rule ? [rule] : []));
    } catch (error) {
      found.refused.push({ ...namesOf(entry), group: name, why: (error as Error).message });
    }
  }
}

/** A rule whose receiver or mute timing is not there would tell nobody, or at the wrong time. */
function withReceivers({ rules, refused, contactPoints, muteTimings, policy }: Alerting) {
  const lacking = ({ receiver, muteTimings: wanted }: Routing): string | undefined => {
    if (!contactPoints.some(({ name }) => name === receiver)) {
      return `its contact point "${receiver}" is none that speaks MQTT`;
    }
    const timing = wanted.find((one) => !muteTimings.some(({ name }) => name === one));
    return timing && `its mute timing "${timing}" is not there`;
  };
  const ofPeople = policy
    ? allPolicies(policy)
        .map(({ routing }) => lacking(routing))
        .find(Boolean)
    : 'it leaves its receiver to notification policies, and there are none';
  const why = ({ routing }: AlertRule) => (routing ? lacking(routing) : ofPeople);
  const lost = rules.flatMap((rule) => {
    const reason = why(rule);
    return reason ? [{ uid: rule.uid, title: rule.title, group: rule.group, why: reason }] : [];
  });
  return { rules: rules.filter((rule) => !why(rule)), refused: [...refused, ...lost] };
}

const namesOf = (entry: unknown) => {
  const { uid = '', title = '' } = (entry ?? {}) as Record<string, unknown>;
  return { uid: String(uid), title: String(title) };
};
