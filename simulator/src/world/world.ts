import { atRate } from '../lines/atRate';
import { type Plant } from '../plant/Plant';
import { Asked, type AskedTruth } from './asked/Asked';
import { Bench } from './Bench';
import { Crew } from './Crew';
import { Ears } from '../told/Ears';
import { Environment } from './Environment';
import { EquipmentStates } from './EquipmentStates';
import { Floor } from './Floor';
import { Obedience } from './held/Obedience';
import { Judge } from './Judge';
import { Launcher } from './Launcher';
import { Machines } from './Machines';
import { Masters } from './Masters';
import { type Message } from './Message';
import { Packs } from './Packs';
import { Quality } from './Quality';
import { Route } from './Route';
import { Shipping } from './Shipping';
import { Supplies } from './Supplies';
import { type WorldOptions } from './WorldOptions';

/** What the world has done so far. */
export interface Progress {
  /** Cells launched at full rate. */
  cells: number;
  /** What machines did because somebody asked them. */
  asked?: AskedTruth[];
}

/**
 * The simulated plant: messages in the order in which they leave their machines, without end unless the options limit
 * the cells. The same plant, seed and options, and the same heard at the same moments, give the same messages, byte for byte.
 */
export function* world(
  planned: Plant,
  seed: number,
  options: WorldOptions,
  progress: Progress = { cells: 0 },
  ears = new Ears()
): Generator<Message, void, void> {
  const plant = atRate(planned, options.rate ?? 1);
  const floor = new Floor(plant, seed, options, ears);
  const crew = new Crew(floor);
  const shipping = new Shipping(floor, crew);
  const bench = new Bench(floor);
  const judge = new Judge(bench);
  const machines = new Machines(floor);
  const supplies = new Supplies(floor, shipping);
  const environment = new Environment(floor, shipping);
  const quality = new Quality(floor, bench);
  const packs = new Packs(floor, bench, judge, machines, supplies, shipping);
  const route = new Route({ floor, bench, judge, machines, quality, shipping, supplies, environment, packs });
  const obedience = new Obedience(floor, route.gates);
  const asked = new Asked({ floor, machines, settings: bench.settings, truth: (progress.asked ??= []) });
  floor.heard = (heard) => {
    switch (heard.what) {
      case 'command':
        return obedience.hear(heard, heard.atMs);
      case 'request':
        return asked.hear(heard, heard.atMs);
      case 'action':
        return options.faults.forEach((fault) => fault.done?.(heard, heard.atMs));
    }
  };
  for (const line of plant.lines) {
    const feed = plant.model.feed({ floor, line, bench, judge, machines, supplies, shipping });
    const launcher = new Launcher(floor, line, feed, quality, route, crew, shipping, progress);
    const states = new EquipmentStates(floor, line, machines, shipping);
    launcher.changing = (from, to, product) => states.changeover(from, to, product);
    launcher.start();
    states.start();
    asked.states.set(line, states);
    new Masters(floor, line, bench, judge, shipping, crew).start();
  }
  environment.start();
  while (floor.step()) {
    if (floor.loaded) {
      yield* floor.drain();
    }
  }
}
