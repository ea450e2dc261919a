import { MINUTE } from '@cellthread/calendar';
import { type PlantEquipment, type PlantLine, type PlantStation } from '../plant/Plant';
import { type Bench } from './Bench';
import { type Crew } from './Crew';
import { type Floor } from './Floor';
import { type Subject, type Visit } from './Item';
import { type Judge } from './Judge';
import { MAX_ID, type Shipping } from './Shipping';

const EVERY = 15 * MINUTE;

/** Gauges are checked once a shift, and when the line starts: with a master part where the line has one, else with a standard of their own. */
export class Masters {
  private readonly counts = new Map<string, number>();
  private shift?: number;

  constructor(
    private readonly floor: Floor,
    private readonly line: PlantLine,
    private readonly bench: Bench,
    private readonly judge: Judge,
    private readonly shipping: Shipping,
    private readonly crew: Crew
  ) {}

  start(): void {
    const { floor, line } = this;
    const gauged = ({ mastered, type }: PlantStation['characteristics'][number]) => mastered && type === 'number';
    const stations = floor.plant.stations.filter(({ characteristics }) => characteristics.some(gauged));
    const begin = Math.ceil(floor.options.startMs / EVERY) * EVERY;
    floor.repeat(begin, (at) => {
      const { number } = this.crew.shift(at);
      if (number !== this.shift && !floor.stopAt(line, at)) {
        this.shift = number;
        for (const station of stations) {
          const machines = line.equipment.get(station.id) ?? [];
          machines.forEach((equipment, i) => {
            const checked = at + 40_000 * (i + 1);
            floor.schedule(checked, () =>
              floor.plant.model.checks(station)
                ? this.measure(station, equipment, checked)
                : this.tell(equipment, checked, 'gauge checked')
            );
          });
        }
      }
      return at + EVERY;
    });
  }

  private measure(station: PlantStation, equipment: PlantEquipment, at: number): void {
    const { floor, line } = this;
    const id = `MASTER-${equipment.id}`.slice(0, MAX_ID);
    const number = ((this.counts.get(id) ?? 100 * floor.options.epoch) % 9999) + 1;
    this.counts.set(id, number);
    const product = floor.plant.products[0] ?? '';
    const z = new Float64Array(floor.models.length);
    const subject: Subject = { id, key: floor.group(id), product, z, groups: {} };
    const visit: Visit = {
      subject,
      line,
      station,
      equipment,
      position: equipment.positions[0],
      number,
      startedMs: at - 20_000,
      endMs: at,
      runType: 'master',
      values: {},
      lots: {},
      verdict: 'ok',
    };
    this.bench.measure(
      visit,
      this.bench.modelsOf(station).filter(({ characteristic }) => characteristic.every === 1)
    );
    floor.options.faults.forEach((fault) => fault.read?.(visit));
    this.judge.verdict(visit);
    this.shipping.visit(visit);
    this.tell(equipment, at, `master part measured: ${visit.verdict}`);
  }

  private tell(equipment: PlantEquipment, at: number, text: string): void {
    this.shipping.event(this.line, equipment, 'master-check', at, {
      text,
      target_type: 'equipment',
      target_id: equipment.id,
    });
  }
}
