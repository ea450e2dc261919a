import { hash } from '../core/hash';
import { TaskQueue } from '../core/TaskQueue';
import { type Plant, type PlantLine, type PlantEquipment } from '../plant/Plant';
import { compile, type Model } from '../process/Model';
import { Ears } from '../told/Ears';
import { type Heard } from '../told/Told';
import { type Message } from './Message';
import { type WorldOptions } from './WorldOptions';

/** What every part of the simulated plant shares: clock, tasks, outgoing messages, the plan and the models. */
export class Floor {
  now: number;
  readonly seed: number;
  readonly models: readonly Model[];
  private readonly queue = new TaskQueue();
  private outbox: Message[] = [];
  private working = 0;

  constructor(
    readonly plant: Plant,
    seed: number,
    readonly options: WorldOptions,
    private readonly ears = new Ears()
  ) {
    this.seed = hash(`world ${seed}`);
    this.now = Math.min(options.sinceMs, options.startMs);
    this.models = compile(plant.characteristics, (characteristic) => {
      const process = plant.model.process(characteristic);
      return options.even && process ? { ...process, equipment: 0, position: 0 } : process;
    });
  }

  /** Group number of a random effect, the same for the same name in every world of that seed. */
  group(name: string): number {
    return hash(`${this.seed} ${name}`);
  }

  schedule(at: number, run: () => void): void {
    this.queue.add(Math.max(at, this.now), run);
  }

  /** Sends now, or at a later moment. */
  send(message: Message): void {
    if (message.timeMs <= this.now) {
      this.outbox.push(message.timeMs === this.now ? message : { ...message, timeMs: this.now });
    } else {
      this.queue.add(message.timeMs, () => this.outbox.push(message));
    }
  }

  topic(place: { area: string; line: string; equipment: string }, contract: string, name: string): string {
    const { enterprise, site } = this.plant;
    return `umh/v1/${enterprise}/${site}/${place.area}/${place.line}/${place.equipment}/${contract}/${name}`;
  }

  place(line: PlantLine, equipment: PlantEquipment): { area: string; line: string; equipment: string } {
    return { area: equipment.area, line: line.id, equipment: equipment.id };
  }

  /** The stop that a line is in: of the calendar, or for a case that is played. */
  stopAt(line: PlantLine, t: number, starting = false): { until: number } | undefined {
    for (const fault of this.options.faults) {
      const until = fault.stands?.(line, t, starting);
      if (until !== undefined) {
        return { until };
      }
    }
    return this.plant.calendar.stopAt(t);
  }

  /** The first moment from t on at which a line runs; `starting`: at which it starts items. */
  nextRunning(line: PlantLine, t: number, starting = false): number {
    let at = this.plant.calendar.nextRunning(t);
    for (let stop = this.stopAt(line, at, starting); stop; stop = this.stopAt(line, at, starting)) {
      at = this.plant.calendar.nextRunning(Math.max(at + 1, stop.until));
    }
    return at;
  }

  /** Counts work that must end before the world may: cells in process, launches to come. */
  begin(): void {
    this.working += 1;
  }

  end(): void {
    this.working -= 1;
  }

  /** False once nothing is in process any more; what repeats for ever then stops. */
  get busy(): boolean {
    return this.working > 0;
  }

  /** A task that is dropped if the world has ended by then. */
  whileBusy(at: number, run: () => void): void {
    this.schedule(at, () => {
      if (this.busy) {
        run();
      }
    });
  }

  /** Repeats a task until the world has ended; the task returns the next moment. */
  repeat(at: number, run: (at: number) => number): void {
    this.whileBusy(at, () => this.repeat(run(this.now), run));
  }

  /** What is done about something that the line was told. */
  heard?: (heard: Heard) => void;

  /** Runs the next task, or hears what was told before it; false when there is no task. */
  step(): boolean {
    const next = this.queue.nextAt();
    const heard = next === Infinity ? undefined : this.ears.hear(next);
    if (heard) {
      this.now = heard.atMs;
      this.heard?.(heard);
      return true;
    }
    const task = this.queue.take();
    if (!task) {
      return false;
    }
    this.now = task.at;
    task.run();
    return true;
  }

  /** Takes what was sent since the last call. */
  drain(): Message[] {
    const sent = this.outbox;
    this.outbox = [];
    return sent;
  }

  /** Whether something waits to be taken. */
  get loaded(): boolean {
    return this.outbox.length > 0;
  }
}
