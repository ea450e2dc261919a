/** A message as it comes from the broker. */
export interface Message {
  topic: string;
  payload: string;
}

/**
 * Reads the `input` of a case: one message a line, topic and payload parted by the first blank that follows
 * `umh/`. `{{x*70000}}` stands for 70 000 x, `{{\n}}` for a line end, lines that start with # are remarks, and
 * `{{again 299 <line>}}` repeats a line with `{{i}}` counting from 1.
 */
export function readMessages(text: string): Message[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap(repeated)
    .map((line) => {
      const at = line.indexOf(' ');
      return at < 0 ? { topic: line, payload: '' } : { topic: line.slice(0, at), payload: line.slice(at + 1) };
    })
    .map(({ topic, payload }) => ({ topic: expand(topic), payload: expand(payload) }));
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

/** A message as the line of line protocol that `inputs.mqtt_consumer` would make of it, arrived at `ns`. */
export function asLine({ topic, payload }: Message, ns: bigint): string {
  const tag = topic.replace(/[,= \\]/g, '\\$&');
  const value = payload.replace(/["\\]/g, '\\$&');
  return `message,topic=${tag} value="${value}" ${ns}`;
}
