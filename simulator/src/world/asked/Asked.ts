import { MINUTE } from '@cellthread/calendar';
import { type PlantEquipment, type PlantLine, type PlantStation } from '../../plant/Plant';
import { type Request } from '../../told/Told';
import { type EquipmentStates } from '../EquipmentStates';
import { type Floor } from '../Floor';
import { type Machines } from '../Machines';
import { type Settings } from './Settings';

/** How long a machine stands that was asked to pause: then somebody starts it again. */
const PAUSE = 10 * MINUTE;

/** What a machine did because somebody asked it: written to the truth, never sent. */
export interface AskedTruth {
  id: string;
  kind: Request['kind'];
  at_ms: number;
  equipment: string;
  position?: string;
  /** Of a pause: until when it stands. */
  to_ms?: number;
  characteristic?: string;
  amount?: number;
}

interface Answer {
  text: string;
  did: boolean;
}

interface Machine {
  line: PlantLine;
  station: PlantStation;
  equipment: PlantEquipment;
}

/** Machines do what they are asked for: once, in time, and only what the plan lets people ask. */
export class Asked {
  /** What says what the machines of a line are doing. */
  readonly states = new Map<PlantLine, EquipmentStates>();
  private readonly answers = new Map<string, Answer>();

  constructor(private readonly of: { floor: Floor; machines: Machines; settings: Settings; truth: AskedTruth[] }) {}

  hear(request: Request, at: number): void {
    const answer = this.answers.get(request.id) ?? this.answer(request, at);
    this.answers.set(request.id, answer);
    this.acknowledge(request, answer, at);
  }

  private answer(request: Request, at: number): Answer {
    const machine = this.machineOf(request);
    if (request.late) {
      return { text: 'nothing: it came too late', did: false };
    }
    if (!machine) {
      return { text: 'nothing: no such machine here', did: false };
    }
    return request.kind === 'pause' ? this.pause(machine, request, at) : this.adjust(machine, request, at);
  }

  private pause({ line, station, equipment }: Machine, { id, kind }: Request, at: number): Answer {
    const { floor, machines, truth } = this.of;
    if (!station.requests?.pause.includes(equipment.id) || !floor.plant.model.stops(station)) {
      return { text: 'nothing: this machine does not stop', did: false };
    }
    const to = at + PAUSE;
    machines.pause(equipment, at, to);
    this.states.get(line)?.pause(equipment, at, to);
    truth.push({ id, kind, at_ms: at, equipment: equipment.id, to_ms: to });
    return { text: 'stands for ten minutes', did: true };
  }

  private adjust({ station, equipment }: Machine, request: Request, at: number): Answer {
    const { id, kind, position, characteristic, amount } = request;
    const allowed = station.requests?.adjust.find(
      (one) => one.characteristic === characteristic && one.equipment.includes(equipment.id)
    );
    const known = position === undefined || equipment.positions.some((one) => one.id === position);
    if (!allowed || characteristic === undefined || amount === undefined || !known) {
      return { text: 'nothing: this machine has no such setting', did: false };
    }
    const [least, most] = allowed.by;
    if (!(amount >= least && amount <= most)) {
      return { text: `nothing: ${amount} is beyond ${least} to ${most}`, did: false };
    }
    this.of.settings.set({ equipment, position, characteristic, amount });
    this.of.truth.push({ id, kind, at_ms: at, equipment: equipment.id, position, characteristic, amount });
    return { text: `${characteristic} set ${amount < 0 ? 'lower' : 'higher'} by ${Math.abs(amount)}`, did: true };
  }

  private machineOf({ place }: Request): Machine | undefined {
    for (const line of this.of.floor.plant.lines) {
      for (const station of [...line.before, ...line.way, ...line.after]) {
        const equipment = line.equipment.get(station.id)?.find(({ id }) => id === place.equipment);
        if (equipment && line.id === place.line) {
          return { line, station, equipment };
        }
      }
    }
    return undefined;
  }

  private acknowledge({ id, place, kind, position }: Request, { text, did }: Answer, at: number): void {
    const { floor } = this.of;
    floor.send({
      topic: floor.topic(place, '_event', 'command-ack'),
      timeMs: at,
      payload: {
        timestamp_ms: at,
        event_id: `ack-${floor.group(`${id} ${at}`).toString(16)}`,
        reference: id,
        target_type: 'equipment',
        target_id: place.equipment,
        position,
        disposition: did ? kind : undefined,
        text,
      },
    });
  }
}
