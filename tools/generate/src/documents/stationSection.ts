import {
  any,
  type Characteristic,
  type ControlLimit,
  hasSpec,
  type Plan,
  type Spec,
  type Station,
} from '@cellthread/plan';
import { durationText, markdownTable, orDash } from './markdown';

function specText({ lsl, target, usl }: Spec): string {
  return `${orDash(lsl)} / ${orDash(target)} / ${orDash(usl)}`;
}

function scopeText(product: string, stratum: string): string {
  return [product, stratum].filter((part) => part !== any).join(', ') || 'all';
}

function measurementText({ measurement, unit_text }: Characteristic): string {
  const { gauge, resolution, uncertainty, grr, calibration_s, master_check_s, masters } = measurement;
  return [
    gauge,
    resolution !== undefined && `resolution ${resolution} ${unit_text}`,
    uncertainty !== undefined && `u ${uncertainty} ${unit_text}`,
    grr !== undefined && `GRR ${grr} %`,
    master_check_s !== undefined && `master part every ${durationText(master_check_s)}`,
    masters && Object.entries(masters).map(([id, value]) => `${id} = ${value} ${unit_text}`),
    calibration_s !== undefined && `calibrated every ${durationText(calibration_s)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function specRows(characteristic: Characteristic): string[][] {
  const { overrides, spec } = characteristic;
  const row = (name: string, scope: string, limits: Spec) => [
    name,
    scope,
    specText(limits),
    ['', 'none'].includes(characteristic.unit_text) ? '–' : characteristic.unit_text,
    characteristic.special_class || '–',
    characteristic.type,
    characteristic.kind,
    measurementText(characteristic) || '–',
    characteristic.sample,
    String(characteristic.capability_target),
    characteristic.grade || '–',
  ];
  return [
    row(`${characteristic.name} (\`${characteristic.id}\`)`, 'all', spec),
    ...overrides.map((override) => row('', scopeText(override.product, override.stratum), override)),
  ];
}

/** When people are told of what is out of spec: of cells after several, of a zone after a while. */
const severalText = ({ k_of_n: { k, n }, tolerate_s }: Characteristic) =>
  tolerate_s === undefined ? `${k} of the last ${n}` : `for ${durationText(tolerate_s)}`;

/** How a characteristic is judged; a text is judged by nobody, and nothing is contained where no spec limit can be passed. */
function controlRow(characteristic: Characteristic): string[] {
  const { chart, subgroup, monitor, reaction, type } = characteristic;
  const charted = chart !== '';
  return [
    `\`${characteristic.id}\``,
    charted ? `${chart}, ${characteristic.rules.join(' ')}` : '–',
    charted ? `${subgroup.by.join(', ')}${subgroup.n > 1 ? `, n = ${subgroup.n}` : ''}` : '–',
    charted ? `${durationText(monitor.window_s)}, n ≥ ${monitor.min_n}, against ${monitor.against}` : '–',
    hasSpec(characteristic) ? severalText(characteristic) : '–',
    ...(type === 'text'
      ? ['–', '–']
      : [
          `${characteristic.route}, ${characteristic.severity}`,
          [
            ...(hasSpec(characteristic) ? [reaction.containment] : []),
            reaction.owner,
            `escalates after ${durationText(reaction.escalate_after_s)}`,
          ].join('; '),
        ]),
  ];
}

function limitRow(limit: ControlLimit): string[] {
  const rounded = (value: number) => String(Number(value.toPrecision(4)));
  return [
    `\`${limit.characteristic}\``,
    scopeText(limit.product, limit.stratum),
    limit.model,
    rounded(limit.centre),
    rounded(limit.sigma_within),
    rounded(limit.sigma_between),
    rounded(limit.sigma_plotted),
    String(limit.subgroup_n),
    limit.status,
  ];
}

/** One entry for each text: characteristics with the same reaction stand together. Nothing where the plan states none. */
function reactions(station: Station): string[] {
  const byText = new Map<string, string[]>();
  for (const { id, reaction, type } of station.characteristics) {
    const text = reaction.text['en'] ?? Object.values(reaction.text)[0];
    if (text !== undefined && type !== 'text') {
      byText.set(text, [...(byText.get(text) ?? []), `\`${id}\``]);
    }
  }
  const entries = [...byText].map(([text, ids]) => `- ${ids.join(', ')}: ${text}`);
  return entries.length === 0 ? [] : ['**What to do**', entries.join('\n')];
}

/** What is measured at a station, how it is charted, its frozen limits and what to do. */
export function stationSection(plan: Plan, station: Station): string {
  const limits = plan.control_limits.filter((limit) => limit.station === station.id);
  const title = `### ${station.order}. ${station.name} (\`${station.id}\`)`;
  if (station.characteristics.length === 0) {
    return `${title}\n\nNothing is measured here.`;
  }
  return [
    title,
    markdownTable(
      [
        'characteristic',
        'holds for',
        'lsl / target / usl',
        'unit',
        'class',
        'type',
        'kind',
        'measured by',
        'sample',
        'Cpk ≥',
        'source',
      ],
      station.characteristics.flatMap(specRows)
    ),
    markdownTable(
      ['characteristic', 'chart, rules', 'subgroup', 'alert window', 'people are told', 'route, severity', 'reaction'],
      station.characteristics.map(controlRow)
    ),
    ...(limits.length === 0
      ? []
      : [
          markdownTable(
            [
              'control limits',
              'hold for',
              'model',
              'centre',
              'σ within',
              'σ between',
              'σ plotted',
              'subgroup',
              'status',
            ],
            limits.map(limitRow)
          ),
        ]),
    ...reactions(station),
  ].join('\n\n');
}
