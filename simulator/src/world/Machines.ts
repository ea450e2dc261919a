import { mix } from '../core/hash';
import { Random } from '../core/Random';
import { HOUR, MINUTE } from '@cellthread/calendar';
import { type PlantEquipment, type PlantLine, type PlantStation } from '../plant/Plant';
import { type Floor } from './Floor';

interface Place {
  equipment: PlantEquipment;
  position?: { id: string; key: number };
  freeAt: number;
}

const BLOCK = 8 * HOUR;
const STOPPING = 0.4;

/** Machines of a line: who is free, who is down. Unplanned stops follow from machine and time alone. */
export class Machines {
  private readonly places = new Map<string, Place[]>();
  private readonly random = new Random(0);

  /** Until when machines that were asked to stop stand, by their key. */
  private readonly pauses = new Map<number, { from: number; to: number }>();

  constructor(private readonly floor: Floor) {}

  /** A machine stands from now on until a moment; what it has begun it ends. */
  pause({ key }: PlantEquipment, from: number, to: number): void {
    this.pauses.set(key, { from, to });
  }

  /** The stop that a machine was asked for and that covers t. */
  pausedAt({ key }: PlantEquipment, t: number): { from: number; to: number } | undefined {
    const pause = this.pauses.get(key);
    return pause && t >= pause.from && t < pause.to ? pause : undefined;
  }

  /**
   * Takes the place that has waited longest (or the given one) for a cycle, not before `at` and never in a planned or
   * unplanned stop. Times in ms.
   */
  take(
    line: PlantLine,
    station: PlantStation,
    at: number,
    cycleMs: number,
    again?: { equipment: PlantEquipment; position?: string }
  ): { equipment: PlantEquipment; position?: { id: string; key: number }; startedMs: number; endMs: number } {
    const places = this.placesOf(line, station);
    let best: Place | undefined;
    let start = Infinity;
    for (const place of places) {
      if (again && (place.equipment !== again.equipment || place.position?.id !== again.position)) {
        continue;
      }
      const from = Math.max(at, place.freeAt);
      const possible = this.readyAt(place.equipment, from);
      if (possible < start || (possible === start && best && place.freeAt < best.freeAt)) {
        best = place;
        start = possible;
      }
    }
    if (!best) {
      throw new Error(`No place at ${station.id} on ${line.id}.`);
    }
    const startedMs = this.floor.nextRunning(line, start);
    const endMs = startedMs + Math.round(cycleMs);
    best.freeAt = endMs;
    return { equipment: best.equipment, position: best.position, startedMs, endMs };
  }

  /** The first moment from t on at which a machine does not stand by itself. */
  private readyAt(equipment: PlantEquipment, t: number): number {
    const stop = this.pausedAt(equipment, t) ?? this.stopAt(equipment, t);
    return stop ? this.readyAt(equipment, stop.to) : t;
  }

  /** The unplanned stop of a machine that covers t: at most one in eight hours, 2 to 8 minutes. */
  stopAt(equipment: PlantEquipment, t: number): { from: number; to: number } | undefined {
    const stop = this.stopIn(equipment, Math.floor(t / BLOCK));
    return stop && t >= stop.from && t < stop.to ? stop : undefined;
  }

  /** The unplanned stop of a machine in the n-th block of eight hours since 1970. */
  stopIn(equipment: PlantEquipment, block: number): { from: number; to: number } | undefined {
    const random = this.random.reseed(mix(mix(this.floor.seed, equipment.key), block));
    if (!random.chance(STOPPING)) {
      return undefined;
    }
    const from = block * BLOCK + Math.floor(random.uniform() * (BLOCK - 10 * MINUTE));
    return { from, to: from + Math.floor((2 + 6 * random.uniform()) * MINUTE) };
  }

  private placesOf(line: PlantLine, station: PlantStation): Place[] {
    const key = `${line.id} ${station.id}`;
    let places = this.places.get(key);
    if (!places) {
      places = (line.equipment.get(station.id) ?? []).flatMap((equipment): Place[] =>
        equipment.positions.length === 0
          ? [{ equipment, freeAt: 0 }]
          : equipment.positions.map((position) => ({ equipment, position, freeAt: 0 }))
      );
      this.places.set(key, places);
    }
    return places;
  }
}
