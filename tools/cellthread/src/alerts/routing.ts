/** Labels of an alert; an empty one is none. */
export type Labels = Record<string, string>;

/** A notification policy, as Grafana tells and takes it. */
export interface Policy {
  receiver?: string;
  object_matchers?: Array<[label: string, operator: string, value: string]>;
  /** Forms of Alertmanager that Grafana still takes. */
  match?: Record<string, string>;
  match_re?: Record<string, string>;
  matchers?: unknown;
  continue?: boolean;
  routes?: Policy[];
}

/**
 * The contact points that an alert with these labels is sent to: the deepest policy that fits, and of its neighbours the first,
 * or all up to one that does not continue (Alertmanager's rule).
 * @throws Error where a policy matches in a form that is not known
 */
export function receiversOf(root: Policy, labels: Labels): string[] {
  return [...new Set(sentBy(root, labels, ''))];
}

function sentBy(policy: Policy, labels: Labels, above: string): string[] {
  const own = policy.receiver || above;
  const found: string[] = [];
  for (const route of policy.routes ?? []) {
    if (matches(route, labels)) {
      found.push(...sentBy(route, labels, own));
      if (!route.continue) {
        break;
      }
    }
  }
  return found.length > 0 ? found : [own];
}

function matches({ object_matchers = [], match = {}, match_re = {}, matchers }: Policy, labels: Labels): boolean {
  if (Array.isArray(matchers) ? matchers.length > 0 : matchers) {
    throw new Error(`A policy matches by ${JSON.stringify(matchers)}: write it as object_matchers.`);
  }
  return [
    ...object_matchers,
    ...Object.entries(match).map(([label, value]) => [label, '=', value] as const),
    ...Object.entries(match_re).map(([label, value]) => [label, '=~', value] as const),
  ].every(([label, operator, value]) => fits(labels[label] ?? '', operator, value));
}

function fits(is: string, operator: string, value: string): boolean {
  switch (operator) {
    case '=':
      return is === value;
    case '!=':
      return is !== value;
    case '=~':
      return new RegExp(`^(?:${value})$`).test(is);
    case '!~':
      return !new RegExp(`^(?:${value})$`).test(is);
    default:
      throw new Error(`A policy compares by "${operator}", which no version of Grafana is known to.`);
  }
}
