import type { ListedRule } from './rules';

/** What people were told by one rule: messages of something new, messages that something is over, sentences of the new. */
export interface ToldBy {
  rule: string;
  team: string;
  firing: number;
  over: number;
  of: string[];
}

interface Replayed {
  messages: Array<{
    notification: {
      status: 'firing' | 'resolved';
      commonLabels: Record<string, string>;
      alerts: Array<{ status: string; annotations: Record<string, string>; evidence?: { sentence?: string } }>;
    };
  }>;
}

/** What a rule would have told in a range (Unix ms), evaluated as seldom as that. */
export async function toldBy(
  workbench: string,
  { uid, name, labels }: ListedRule,
  [fromMs, toMs]: [number, number],
  every: string
): Promise<ToldBy> {
  const asked = new URLSearchParams({ from: String(fromMs), to: String(toMs), rules: uid, every });
  const answer = await fetch(`${workbench}/api/inbox/replay?${asked}`, { signal: AbortSignal.timeout(3_600_000) });
  if (!answer.ok) {
    throw new Error(`${uid} cannot be replayed: ${await answer.text()}`);
  }
  const { messages } = (await answer.json()) as Replayed;
  const firing = messages.filter(({ notification }) => notification.status === 'firing');
  const of = firing.flatMap(({ notification }) =>
    notification.alerts
      .filter(({ status }) => status === 'firing')
      .map(({ annotations, evidence }) => evidence?.sentence ?? annotations['summary'] ?? '')
  );
  return {
    rule: name,
    team: messages[0]?.notification.commonLabels['team'] ?? ownTeam(labels['team'] ?? ''),
    firing: firing.length,
    over: messages.length - firing.length,
    of: [...new Set(of.map((text) => text.replace(/, for .*| for \d.*/, '')))],
  };
}

/** The team of a rule; of one whose signals say it themselves by their route, the one where they do not. */
const ownTeam = (label: string) => /{{ else }}(\w+)/.exec(label)?.[1] ?? label;
