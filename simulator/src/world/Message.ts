/** One MQTT message, and the moment (Unix ms) it leaves the machine; `timestamp_ms` inside is when it was measured. */
export interface Message {
  topic: string;
  payload: Readonly<Record<string, unknown>>;
  timeMs: number;
}
