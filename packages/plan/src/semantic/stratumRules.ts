import type { PlanFile, StratumFile } from '../planFile';
import { equipmentOf } from '../resolvePlan';
import type { Problem } from '../problem';
import type { Equipment } from '../types';
import type { SemanticRule } from './SemanticRule';
import { characteristicsIn } from './walk';

interface PlacedStratum {
  station: string;
  stratum: StratumFile;
  path: Problem['path'];
}

function strataIn(file: PlanFile): PlacedStratum[] {
  return [
    ...characteristicsIn(file).flatMap(({ characteristic, station, path }) =>
      (characteristic.overrides ?? []).map(({ stratum = {} }, o) => ({
        station: station.id,
        stratum,
        path: [...path, 'overrides', o, 'stratum'],
      }))
    ),
    ...(file.control_limits ?? []).map(({ station, stratum = {} }, l) => ({
      station,
      stratum,
      path: ['control_limits', l, 'stratum'],
    })),
  ];
}

/** Machines of the station that the other keys of the stratum leave. */
function machines(file: PlanFile, { station, stratum }: PlacedStratum): Equipment[] {
  return equipmentOf(file).filter(
    (machine) =>
      machine.station === station &&
      (stratum['site'] ?? machine.site) === machine.site &&
      (stratum['line'] ?? machine.line) === machine.line
  );
}

/** What a key of the plan can be at a station; undefined where the plan does not know (a carrier, a lot, a recipe). */
const values: Record<string, (file: PlanFile, at: PlacedStratum) => string[]> = {
  site: (file) => file.sites.map(({ id }) => id),
  line: (file, at) =>
    machines(file, { ...at, stratum: { ...at.stratum, line: undefined as never } }).map((m) => m.line),
  zone: (file) => (file.zones ?? []).map(({ id }) => id),
  product: (file) => file.products.map(({ id }) => id),
  shift: (file) => file.sites.flatMap(({ calendar }) => (calendar.shifts ?? []).map(({ id }) => id)),
  equipment: (file, at) => machines(file, at).map(({ id }) => id),
  position: (file, at) =>
    machines(file, at)
      .filter(({ id }) => (at.stratum['equipment'] ?? id) === id)
      .flatMap(({ positions }) => positions),
};

const known: SemanticRule = (file) =>
  strataIn(file).flatMap((at) =>
    Object.entries(at.stratum).flatMap(([key, value]) => {
      const possible = [...new Set(values[key]?.(file, at) ?? [value])];
      return possible.includes(value)
        ? []
        : [
            {
              path: [...at.path, key],
              rule: `there is no ${key} "${value}" at station ${at.station}`,
              advice: `use one of: ${shortened(possible)}`,
            },
          ];
    })
  );

function shortened(words: string[]): string {
  const most = 12;
  const rest = words.length - most;
  return words.length === 0
    ? 'none is defined'
    : words.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Ids of machines are unique within a site: at two sites one id names two machines. */
const oneMachine: SemanticRule = (file) =>
  strataIn(file).flatMap((at) => {
    const { equipment } = at.stratum;
    const sites = machines(file, at)
      .filter(({ id }) => id === equipment)
      .map(({ site }) => site);
    return sites.length < 2
      ? []
      : [
          {
            path: [...at.path, 'equipment'],
            rule: `equipment "${equipment}" stands at ${sites.join(' and ')}`,
            advice: 'state the site as well',
          },
        ];
  });

/** Limits of a machine, place or product that does not exist would hold for nothing, and nobody would miss them. */
export const stratumRules: SemanticRule[] = [known, oneMachine];
