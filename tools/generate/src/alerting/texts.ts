import { limitRules } from '@cellthread/vocabulary';
import { type Characteristic, namedEquipment, namedLines, type Plan, type Site, type Station } from '@cellthread/plan';
import { shortName } from '../dashboards/leading';
import { widthWords } from './widthWords';
import { english } from './wording/english';
import type { Wording } from './wording/Wording';
import { wordingOf } from './wording/wordings';

/** A variable of a dashboard by a label; all of them where the alert has none, since an empty variable matches nothing. */
const variable = (label: string) =>
  `&var-${label}={{ with $labels.${label} }}{{ . | urlquery }}{{ else }}$__all{{ end }}`;

/** A variable that takes one value and keeps its own default where the alert names none. */
const oneOf = (label: string) => `{{ with $labels.${label} }}&var-${label}={{ . | urlquery }}{{ end }}`;

/** Rules pin the provisioned data source. */
const datasource = 'var-datasource=cellthread';

/** 2.8 hours that hold the pass of the alert's cell, in which its chart is read whenever the message is opened. */
const aroundThePass =
  '{{ with $labels.pass }}&from={{ reReplaceAll "[0-9]{7}$" "0000000" . }}&to={{ reReplaceAll "[0-9]{7}$" "9999999" . }}{{ end }}';

const place = ['site', 'line', 'equipment'].map(variable).join('');
const chart =
  `{{ externalURL }}d/cellthread-characteristic?${datasource}` +
  `${place}${variable('position')}${oneOf('station')}${oneOf('characteristic')}${oneOf('product')}`;

/** Addresses in an alert, readable in mail and on a phone. */
export const links = {
  /** Of a process: the message adds the hours around its beginning, which no text of a rule knows. */
  chart: { chart },
  chartAndTraveler: {
    chart: `${chart}${aroundThePass}`,
    traveler: `{{ externalURL }}d/cellthread-cell?${datasource}${oneOf('cell_id').replace('var-cell_id', 'var-cell')}`,
  },
  station: {
    dashboard: `{{ externalURL }}d/cellthread-station?${datasource}${place}${oneOf('station')}${aroundThePass}`,
    traveler: `{{ externalURL }}d/cellthread-cell?${datasource}${oneOf('cell_id').replace('var-cell_id', 'var-cell')}`,
  },
  line: { dashboard: `{{ externalURL }}d/cellthread-line?${datasource}${['site', 'line'].map(variable).join('')}` },
};

/** What names are looked up in; a rule of one station or site needs no other. */
export type Places = Pick<Plan, 'sites' | 'stations' | 'equipment' | 'language'>;

/**
 * `Filler 2 nozzle-4`, from the frame's labels; `station Filling of Line 1 (Plant one)` where the alert names no machine, and
 * with line and site also where machines of two lines bear one id. What the alert does not name is left out.
 */
export function where(plan: Places): string {
  const { station, of: ofLine, plant } = wordingOf(plan).place;
  const of = `{{ if $labels.line }} ${ofLine} ${named('line', namedLines(plan))}{{ end }}{{ with $labels.site }} (${siteName(plan)}){{ end }}`;
  const machine = `${named('equipment', namedEquipment(plan))}{{ with $labels.position }} {{ . }}{{ end }}`;
  const atStation = `{{ if $labels.station }}${station} ${stationName(plan)}{{ else }}${plant}{{ end }}`;
  const ids = plan.equipment.map(({ id }) => id);
  return new Set(ids).size === ids.length
    ? `{{ if $labels.equipment }}${machine}{{ else }}${atStation}${of}{{ end }}`
    : `{{ if $labels.equipment }}${machine}{{ else }}${atStation}{{ end }}${of}`;
}

/** The places of one station. */
export const placesOf = (plan: Plan, { id }: Station): Places => ({
  language: plan.language,
  sites: plan.sites,
  stations: plan.stations.filter((station) => station.id === id),
  equipment: plan.equipment.filter(({ station }) => station === id),
});

/** The places of one site. */
export const placesAt = (plan: Places, { id }: Site): Places => ({
  language: plan.language,
  sites: plan.sites.filter((site) => site.id === id),
  stations: plan.stations,
  equipment: plan.equipment.filter(({ site }) => site === id),
});

/**
 * The value of the signal; nothing in an evaluation without data, for which Grafana expands annotations as well. Never by
 * `humanize`, which writes 0.9375 as 937.5m.
 */
const measured = '{{ with $values.A }}{{ printf "%.2f" .Value }}{{ end }}';

/** Templates that put the plan's name in the place of an id; of what is in no plan the id is all that is known. */
export const siteName = ({ sites }: Pick<Plan, 'sites'>) => named('site', sites);
export const stationName = ({ stations }: Pick<Plan, 'stations'>) => named('station', stations);
export const nameOf = (characteristics: readonly Characteristic[]) => named('characteristic', characteristics);
export const shortNameOf = (characteristics: readonly Characteristic[]) =>
  named(
    'characteristic',
    characteristics.map((of) => ({ id: of.id, name: shortName(of) }))
  );

/** The name of a characteristic at whatever station; one id may have two names there. */
export function characteristicName({ stations }: Plan, named = ({ name }: Characteristic) => name): string {
  const all = stations.flatMap(({ characteristics }) => characteristics.map((c) => ({ ...c, name: named(c) })));
  const shared = new Set(all.filter((c) => all.some((o) => o.id === c.id && o.name !== c.name)).map(({ id }) => id));
  const byStation = all.filter(({ id }) => shared.has(id));
  return byStation.reduceRight(
    (rest, { station, id, name }) =>
      `{{ if and (eq $labels.station "${station}") (eq $labels.characteristic "${id}") }}${literal(name)}{{ else }}${rest}{{ end }}`,
    nameOf(all.filter(({ id }) => !shared.has(id)))
  );
}

export const named = (label: string, all: ReadonlyArray<{ id: string; name: string }>) =>
  choose(
    label,
    all.filter(({ id, name }) => id !== name).map(({ id, name }) => [id, literal(name)]),
    `{{ $labels.${label} }}`
  );

/** The reaction plan of the alert's characteristic, in the plan's language, else in its first, or that it states none. */
export function whatToDo(
  plan: Pick<Plan, 'language'>,
  characteristics: readonly Characteristic[],
  before = ''
): string {
  const stated = characteristics.flatMap(({ id, reaction }): Array<[string, string]> => {
    const text = reaction.text[plan.language] ?? Object.values(reaction.text)[0];
    return text === undefined ? [] : [[id, `${before}${literal(text)}`]];
  });
  return choose('characteristic', stated, wordingOf(plan).noReaction);
}

/** How far outside its spec a value lies, with what that number counts. */
export function beyondSpec(characteristics: readonly Characteristic[]): string {
  const words = characteristics.map(({ id, spec, overrides }): [string, string] => [
    id,
    widthWords([spec, ...overrides]),
  ]);
  const all = new Set(words.map(([, text]) => text));
  return `${measured}${all.size === 1 ? words[0]![1] : choose('characteristic', words, '')}`;
}

/** The rule of a value or a mean, in words. */
export const ruleWords = ({ rules }: Pick<Wording, 'rules'> = english) =>
  choose(
    'rule',
    limitRules.map((rule) => [rule, rules[rule]]),
    '{{ $labels.rule }}'
  );

/** A text for each value of a label; values with one text share a branch. */
export function choose(label: string, cases: ReadonlyArray<readonly [string, string]>, otherwise: string): string {
  const byText = new Map<string, string[]>();
  cases.forEach(([value, text]) => byText.set(text, [...(byText.get(text) ?? []), `"${value}"`]));
  const branches = [...byText].map(
    ([text, values], i) => `{{ ${i === 0 ? 'if' : 'else if'} eq $labels.${label} ${values.join(' ')} }}${text}`
  );
  return branches.length === 0 ? otherwise : `${branches.join('')}{{ else }}${otherwise}{{ end }}`;
}

/** A text of the plan that no template reads as one of its actions. */
const literal = (text: string) => text.replaceAll('{{', '{{ "{{" }}');
