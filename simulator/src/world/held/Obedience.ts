import { Random } from '../../core/Random';
import { type Command } from '../../told/Told';
import { type Floor } from '../Floor';
import { type Answer, type Gates } from './Gates';

/** How late an acknowledgement is that does not come at once. */
const LATE_MS = { least: 15_000, most: 90_000 };
/** Shares that are late, and lost. */
export const usualAcks = { late: 0.02, never: 0.005 };
/** Targets whose id must be that of the topic an acknowledgement is sent at; of a station there is none. */
const OF_TOPIC: readonly string[] = ['equipment', 'line', 'station'];

/** Obeys commands, and says for each what was done. */
export class Obedience {
  /** What was answered to the newest command of a target. */
  private readonly answers = new Map<string, Answer>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly floor: Floor,
    private readonly gates: Gates
  ) {}

  hear(command: Command, at: number): void {
    const newest = this.gates.dispositions.newest(command);
    if (newest && newest.number > command.number) {
      const text = `nothing: number ${newest.number} was obeyed before`;
      this.acknowledge(command, { text, obeyed: false }, at);
      return;
    }
    const before = newest?.number === command.number ? this.answers.get(newest.id) : undefined;
    const answer = before ?? this.gates.obey(command, at);
    if (!before) {
      this.answers.delete(newest?.id ?? '');
      this.answers.set(command.id, answer);
    }
    this.acknowledge(command, answer, at);
  }

  private acknowledge({ id, place, target, state }: Command, answer: Answer, at: number): void {
    const { floor } = this;
    const { late, never } = floor.options.acks ?? usualAcks;
    const count = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, count);
    const chance = Random.named(floor.seed, `ack ${id}`, count).uniform();
    if (chance < never) {
      return;
    }
    const delay =
      chance < never + late ? LATE_MS.least + ((chance - never) / late) * (LATE_MS.most - LATE_MS.least) : 0;
    const timeMs = at + Math.round(delay);
    const about = OF_TOPIC.includes(target.type) && place.equipment !== target.id ? undefined : target;
    floor.send({
      topic: floor.topic(place, '_event', 'command-ack'),
      timeMs,
      payload: {
        timestamp_ms: timeMs,
        event_id: `ack-${floor.group(`${id} ${count}`).toString(16)}`,
        reference: id,
        target_type: about?.type,
        target_id: about?.id,
        // Where a plant keeps no free text this still says what was done.
        disposition: answer.obeyed ? state : undefined,
        station: answer.station,
        text: answer.text,
      },
    });
  }
}
