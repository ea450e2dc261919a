/** A message as it comes from the broker. */
export interface Message {
  topic: string;
  payload: string;
  /** When it arrives, in ms after the first message of its case. */
  afterMs: number;
}

/**
 * Reads the `input` of a case: one message a line, topic and payload parted by the first blank, all arriving in the same
 * instant unless a line `@500` says "500 ms after the first". `{{x*70000}}` stands for 70 000 x, `{{\n}}` for a line
 * end, `{{blank}}` for a blank in a topic; `{{again 300}} <line>` repeats a line with `{{i}}` counting from 1. Lines
 * that start with # are remarks.
 */
export function readMessages(text: string): Message[] {
  const messages: Message[] = [];
  let afterMs = 0;
  for (const line of text.split('\n').flatMap(repeated)) {
    if (line.startsWith('@')) {
      afterMs = Number(line.slice(1));
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      const at = line.includes(' ') ? line.indexOf(' ') : line.length;
      messages.push({ topic: expand(line.slice(0, at)), payload: expand(line.slice(at + 1)), afterMs });
    }
  }
  return messages;
}

function repeated(line: string): string[] {
  const again = /^\{\{again (\d+)\}\} (.*)$/.exec(line);
  if (!again) {
    return [line];
  }
  const [, count = '1', template = ''] = again;
  return Array.from({ length: Number(count) }, (_, i) => template.replaceAll('{{i}}', String(i + 1)));
}

function expand(text: string): string {
  return text
    .replace(/\{\{(.)\*(\d+)\}\}/g, (_, what: string, times: string) => what.repeat(Number(times)))
    .replaceAll('{{\\n}}', '\n')
    .replaceAll('{{blank}}', ' ');
}

/** A message as the line of line protocol that `inputs.mqtt_consumer` would make of it, the first arrived at `ns`. */
export function asLine({ topic, payload, afterMs }: Message, ns: bigint): string {
  const tag = topic.replace(/[,= ]/g, '\\$&');
  const value = payload.replace(/["\\]/g, '\\$&');
  return `message,topic=${tag} value="${value}" ${ns + BigInt(afterMs) * 1_000_000n}`;
}
