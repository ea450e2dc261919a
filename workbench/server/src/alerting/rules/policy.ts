import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Labels, Routing } from './AlertRule';
import { duration, text } from './ruleSchema';

/** A notification policy: whom the alerts that it matches are told to, and when. What it does not state its parent does. */
export interface Policy {
  /** Its place in the tree, which alerts of one group share. */
  key: string;
  matchers: Matcher[];
  continues: boolean;
  routing: Routing;
  children: Policy[];
}

interface Matcher {
  label: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

interface FilePolicy {
  receiver?: string;
  object_matchers?: Array<[string, Matcher['operator'], string]>;
  group_by?: string[];
  group_wait?: number;
  group_interval?: number;
  repeat_interval?: number;
  mute_time_intervals?: string[];
  continue?: boolean;
  routes?: FilePolicy[];
}

const policySchema: v.GenericSchema<unknown, FilePolicy> = v.strictObject({
  orgId: v.optional(v.number()),
  receiver: v.optional(text),
  object_matchers: v.optional(v.array(v.strictTuple([text, v.picklist(['=', '!=', '=~', '!~']), v.string()]))),
  group_by: v.optional(v.array(text)),
  group_wait: v.optional(duration),
  group_interval: v.optional(duration),
  repeat_interval: v.optional(duration),
  mute_time_intervals: v.optional(v.array(text)),
  continue: v.optional(v.boolean()),
  routes: v.optional(v.array(v.lazy(() => policySchema))),
});

const fileSchema = v.object({ policies: v.strictTuple([policySchema]) });

/** What Grafana does where its tree says nothing. */
const defaults: Routing = {
  receiver: '',
  groupBy: ['grafana_folder', 'alertname'],
  groupWaitMs: 30_000,
  groupIntervalMs: 5 * 60_000,
  repeatIntervalMs: 4 * 3_600_000,
  muteTimings: [],
};

/** The tree of a provisioning file of policies; undefined without a file. Throws what of it is not understood. */
export function readPolicy(file: string | undefined): Policy | undefined {
  if (!file || !existsSync(file)) {
    return undefined;
  }
  const read = v.safeParse(fileSchema, parse(readFileSync(file, 'utf8')));
  if (!read.success) {
    const [issue] = read.issues;
    throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  return toPolicy(read.output.policies[0], defaults, 'policy');
}

function toPolicy(stated: FilePolicy, parent: Routing, key: string): Policy {
  const routing: Routing = {
    receiver: stated.receiver ?? parent.receiver,
    groupBy: stated.group_by ?? parent.groupBy,
    groupWaitMs: stated.group_wait ?? parent.groupWaitMs,
    groupIntervalMs: stated.group_interval ?? parent.groupIntervalMs,
    repeatIntervalMs: stated.repeat_interval ?? parent.repeatIntervalMs,
    muteTimings: stated.mute_time_intervals ?? [],
  };
  return {
    key,
    matchers: (stated.object_matchers ?? []).map(([label, operator, value]) => ({ label, operator, value })),
    continues: stated.continue ?? false,
    routing,
    children: (stated.routes ?? []).map((child, i) => toPolicy(child, routing, `${key}.${i}`)),
  };
}

/** The policies that an alert is told by: the deepest that match, of siblings the first unless it continues. */
export function policiesOf(policy: Policy, labels: Labels): Policy[] {
  const found: Policy[] = [];
  for (const child of policy.children) {
    if (child.matchers.every((matcher) => matches(matcher, labels))) {
      found.push(...policiesOf(child, labels));
      if (!child.continues) {
        break;
      }
    }
  }
  return found.length > 0 ? found : [policy];
}

function matches({ label, operator, value }: Matcher, labels: Labels): boolean {
  const own = labels[label] ?? '';
  const alike = operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(own) : own === value;
  return operator.startsWith('!') ? !alike : alike;
}

/** Every policy of a tree. */
export const allPolicies = (policy: Policy): Policy[] => [policy, ...policy.children.flatMap(allPolicies)];
