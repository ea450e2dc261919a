import * as v from 'valibot';
import { expandEnv } from '../../provisioning/expandEnv';

/** A contact point that publishes to MQTT. Broker and login are this server's own. */
export interface ContactPoint {
  name: string;
  topic: string;
  qos: 0 | 1 | 2;
  retain: boolean;
  /** `text` publishes the message alone, `json` Grafana's whole notification with it. */
  format: 'text' | 'json';
  /** A Go template over the notification. */
  message: string;
  sendResolved: boolean;
}

const receiver = v.object({
  type: v.literal('mqtt'),
  disableResolveMessage: v.optional(v.boolean(), false),
  settings: v.object({
    topic: v.string(),
    qos: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.picklist([0, 1, 2])), 0),
    retain: v.optional(v.boolean(), false),
    messageFormat: v.optional(v.picklist(['text', 'json']), 'json'),
    message: v.optional(v.string(), '{{ template "default.message" . }}'),
  }),
});

/** The MQTT receivers of an entry of `contactPoints`; mail, chat and webhooks belong to a real Grafana. */
export function toContactPoint(entry: unknown, env: Record<string, string | undefined>): ContactPoint[] {
  const point = v.parse(v.object({ name: v.string(), receivers: v.array(v.unknown()) }), entry);
  return point.receivers.filter(isMqtt).map((raw) => {
    const { settings, disableResolveMessage } = v.parse(receiver, expandEnv(raw, env));
    const { topic, qos, retain, messageFormat, message } = settings;
    return {
      name: point.name,
      topic,
      qos,
      retain,
      format: messageFormat,
      message,
      sendResolved: !disableResolveMessage,
    };
  });
}

const isMqtt = (raw: unknown) => (raw as { type?: string } | null)?.type === 'mqtt';
