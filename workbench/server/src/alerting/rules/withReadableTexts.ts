import type { TextProgram } from '../texts/TextProgram';
import type { AlertRule } from './AlertRule';
import { allPolicies } from './policy';
import type { Alerting, RefusedRule } from './readAlerting';

/** The same rules, but for those whose texts, or whose contact point's message, cannot be filled in: they are refused. */
export async function withReadableTexts(alerting: Alerting, texts: TextProgram): Promise<Alerting> {
  const points = new Map<string, string>();
  for (const { name, message } of alerting.contactPoints) {
    const why = await reasonOf(texts.message(alerting.templates, message, {}));
    if (why) {
      points.set(name, why);
    }
  }
  const { policy } = alerting;
  const rules: AlertRule[] = [];
  const refused: RefusedRule[] = [...alerting.refused];
  for (const rule of alerting.rules) {
    const { uid, title, group, annotations, labels, routing } = rule;
    const request = { labels: {}, values: {}, queries: [], externalURL: '', parseOnly: true };
    const unreadable = await reasonOf(texts.rule({ ...request, texts: { ...labels, ...annotations } }));
    const receivers = routing ? [routing] : policy ? allPolicies(policy).map((one) => one.routing) : [];
    const point = receivers.map(({ receiver }) => receiver).find((receiver) => points.has(receiver)) ?? '';
    const why = unreadable ?? (point && `the message of its contact point "${point}": ${points.get(point)}`);
    if (why) {
      refused.push({ uid, title, group, why });
    } else {
      rules.push(rule);
    }
  }
  return { ...alerting, rules, refused };
}

const reasonOf = (filled: Promise<unknown>): Promise<string | undefined> =>
  filled.then(
    () => undefined,
    (error: Error) => error.message
  );
