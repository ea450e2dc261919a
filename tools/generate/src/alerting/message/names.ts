import { type Characteristic, namedEquipment, namedLines, type Plan, shortName } from '@cellthread/plan';
import type { WorkItem } from '@cellthread/vocabulary';
import { itemWords } from '../../items';
import { choose, literal, named } from '../texts';
import { wordingOf } from '../wording/wordings';
import { unitOf } from './unitOf';

/**
 * `Filler 2 nozzle-4`; `station Filling of Line 1 (Plant one)` where the alert names no machine, and with line and site also where machines
 * of two lines bear one id, and the lot that a signal is of. What the alert does not name is left out.
 */
export function place(plan: Plan): string {
  const { station, of: ofLine, plant, lot } = wordingOf(plan).place;
  const of = `{{ if $labels.line }} ${ofLine} ${lineName(plan)}{{ end }}{{ with $labels.site }} (${siteName(plan)}){{ end }}`;
  const ofLot = `{{ with $labels.lot }}, ${lot} {{ . }}{{ end }}`;
  const machine = `${named('equipment', namedEquipment(plan))}{{ with $labels.position }} {{ . }}{{ end }}`;
  const atStation = `{{ if $labels.station }}${station} ${stationName(plan)}{{ else }}${plant}{{ end }}`;
  const ids = plan.equipment.map(({ id }) => id);
  return new Set(ids).size === ids.length
    ? `{{ if $labels.equipment }}${machine}{{ else }}${atStation}${of}{{ end }}${ofLot}`
    : `{{ if $labels.equipment }}${machine}{{ else }}${atStation}{{ end }}${of}${ofLot}`;
}

/** Templates that put the plan's name in the place of an id; of what is in no plan the id is all that is known. */
export const siteName = ({ sites }: Pick<Plan, 'sites'>) => named('site', sites);
export const lineName = (plan: Plan) => named('line', namedLines(plan));
export const stationName = ({ stations }: Pick<Plan, 'stations'>) => named('station', stations);

/** What the station of the alert works on, of one and of several. */
export const item = (plan: Plan) => worked(plan, itemWords(plan).item, itemWords(plan).anything[0]);
export const items = (plan: Plan) => worked(plan, itemWords(plan).items, itemWords(plan).anything[1]);

const worked = ({ stations }: Plan, words: Readonly<Record<WorkItem, string>>, otherwise: string) =>
  choose(
    'station',
    stations.map(({ id, item }) => [id, words[item]]),
    otherwise
  );

export const characteristicName = (plan: Plan) =>
  ofCharacteristic(
    plan,
    (of) => (shortName(of) === of.id ? undefined : literal(shortName(of))),
    '{{ $labels.characteristic }}'
  );

/** ` g`: what stands after a number of the characteristic. */
export const unit = (plan: Plan) => ofCharacteristic(plan, unitOf, '');

/** The reaction plan of the alert's characteristic, in the plan's language, else in its first, or that it states none. */
export const reaction = (plan: Plan) =>
  ofCharacteristic(
    plan,
    ({ reaction: { text } }) => {
      const said = text[plan.language] ?? Object.values(text)[0];
      return said && literal(said);
    },
    wordingOf(plan).noReaction
  );

/** A text by the alert's characteristic; one id may mean two things at two stations. */
function ofCharacteristic(
  { stations }: Plan,
  textOf: (of: Characteristic) => string | undefined,
  otherwise: string
): string {
  const all = stations.flatMap(({ characteristics }) =>
    characteristics.map((of) => ({ id: of.id, station: of.station, text: textOf(of) ?? otherwise }))
  );
  const shared = new Set(all.filter((c) => all.some((o) => o.id === c.id && o.text !== c.text)).map(({ id }) => id));
  const [byStation, byId] = [all.filter(({ id }) => shared.has(id)), all.filter(({ id }) => !shared.has(id))];
  return byStation.reduceRight(
    (rest, { station, id, text }) =>
      `{{ if and (eq $labels.station "${station}") (eq $labels.characteristic "${id}") }}${text}{{ else }}${rest}{{ end }}`,
    choose(
      'characteristic',
      byId.filter(({ text }) => text !== otherwise).map(({ id, text }) => [id, text]),
      otherwise
    )
  );
}
