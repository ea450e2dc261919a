import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePlan } from '@cellthread/plan';
import {
  foundSignals,
  languages,
  limitRules,
  rejectedReasons,
  signalRules,
  unreadReasons,
} from '@cellthread/vocabulary';
import { planWith } from '../../../../../packages/plan/src/planWith';
import { messageTemplate } from '../message/messageTemplate';
import { type Rule, saidBy } from '../rule';
import { ruleGroups } from '../ruleGroups';
import { leaves, wordsOf } from '../../leaves';
import { wordingOf } from '../wording/wordings';
import { render, renderAnnotations } from './render';

// UPDATE_CASES=1 writes what is said today as expected: read the difference before committing it.
const update = process.env.UPDATE_CASES === '1';
const here = path.dirname(fileURLToPath(import.meta.url));

const characteristics = `[
      { id: force, name: 'Pressing force (load cell)', unit: 'suffix:kN', spec: { lsl: 1, target: 2, usl: 3 },
        route: maintenance, severity: safety, reaction: { text: { en: Look at the punch, de: Stempel ansehen } } }
    ]`;
type Language = (typeof languages)[number];

const planOf = (language: Language) =>
  parsePlan(planWith({ characteristics }).replace(/^enterprise:/m, `language: ${language}\nenterprise:`), 'plan.yaml');

const machine = { site: 's1', line: 'l1', station: 'press', equipment: 'press-01' };
const stream = { ...machine, position: 'left', characteristic: 'force' };
const [level, spread, share, gauge, apart] = [1, 2, 3, 4, 5] as const;
const all = { A: 3.2, S: 9240, C: 38, O: 6, H: 5, R: 2.41, D: -0.516, N: 11, G: 1 };

/** Signals that a rule of a kind may tell of: as much known of them as can be, and as little. */
function alertsOf({
  query,
  uid,
  facts = [],
}: Rule): Array<{ labels: Record<string, string>; values: Record<string, number | null> }> {
  const [kind = ''] = query.kinds ?? [];
  const few = { A: 1, S: null, C: null, O: null, H: null, R: null, D: null, N: null, G: null };
  const asked = (values: Record<string, number | null>) =>
    Object.fromEntries(['A', ...facts].map((ref) => [ref, values[ref] ?? null]));
  const both = (labels: Record<string, string>, more: Record<string, number> = {}) => [
    { labels: { kind, ...labels }, values: asked({ ...all, ...more }) },
    { labels: { kind, ...labels }, values: asked({ ...few, ...more }) },
  ];
  switch (kind) {
    case 'out-of-control':
      return [
        ...[spread, level, share, gauge, apart].flatMap((W) => both(stream, { W })),
        { labels: { kind, ...stream }, values: asked({ ...all, N: 1, W: level }) },
        { labels: { kind, ...stream, equipment: '', position: '', lot: 'E-7' }, values: asked({ ...all, W: level }) },
        { labels: { kind, ...stream, position: '' }, values: asked({ ...all, N: null, P: 12, W: level }) },
        { labels: { kind, ...stream, position: '' }, values: asked({ ...all, N: null, P: -12, W: level }) },
        {
          labels: { kind, ...machine, position: '', characteristic: '' },
          values: asked({ ...all, O: null, K: 6, N: null, W: share } as Record<string, number | null>),
        },
        {
          labels: { kind, ...stream, equipment: '', position: '' },
          values: asked({ ...all, N: null, P: 3, W: share }),
        },
      ];
    case 'out-of-spec':
      return uid.includes('safety')
        ? limitRules.slice(0, 2).flatMap((rule) => both({ ...stream, position: '', rule }))
        : [];
    case 'ingest':
      return both({ equipment: 'influxdb', rule: 'free-space' });
    case 'rejected':
      return [
        ...rejectedReasons.flatMap((rule) => both({ site: 's1', equipment: 'press-01', rule }).slice(0, 1)),
        ...both({ site: 's1' }),
      ];
    case 'pointer':
      return [...both({ cell_id: 'C1', rule: 'no-record' }), ...both({ cell_id: '' })];
    case 'unread':
      return [...unreadReasons.flatMap((rule) => both({ station: 'press', rule }).slice(0, 1)), ...both({})];
    case 'silent':
      return [
        ...both({ ...machine, rule: 'no-rows' }),
        ...both({ site: 's1', station: 'press', characteristic: 'force', rule: 'sensor' }),
      ];
    case 'clock':
      return both({ ...machine, rule: 'behind' });
    case 'missing':
      return both({ ...machine, equipment: '' });
    case 'late':
      return ['too-late', 'too-early'].flatMap((rule) => both({ ...machine, rule }));
    case 'skipped':
    case 'station-nok':
    case 'unknown-verdict':
      return both({ ...machine, rule: kind === 'unknown-verdict' ? 'not-understood' : 'verdict' });
    case 'no-reading':
      return both({ ...stream, rule: 'no-value' });
    case 'unacknowledged':
      return both({ ...stream, rule: 'out-of-control' });
    case 'keeper':
      return ['no-look', 'unseen'].flatMap((rule) => both({ equipment: 'keeper', position: 'hold', rule }));
    case 'unheeded':
      return ['by-machine', 'by-mes'].flatMap((rule) => both({ ...machine, position: 'release', rule }));
    case 'decisions-differ':
      return ['still-held', 'proposed-otherwise'].flatMap((rule) => both({ ...machine, rule }));
    case 'unanswered':
      return ['passed-rework', 'proposed-decision', 'proposed-change', 'request'].flatMap((rule) =>
        both({ ...machine, rule })
      );
    case 'hold-unanswered':
      return ['hold', 'decision'].flatMap((rule) => [
        ...both({ ...machine, rule }),
        { labels: { kind, ...machine, rule }, values: asked({ ...all, C: 1 }) },
      ]);
    case 'environment':
    case 'overdue':
      return [...both({ ...stream, position: '' }), ...both(machine)];
    default:
      return both(stream);
  }
}

const people = (language: Language) => {
  const plan = planOf(language);
  const rules = ruleGroups(plan)
    .flatMap(({ rules }) => rules)
    .filter(({ command, query }) => !command && (query.stations ?? []).every((id) => id === 'press'));
  const asked = rules.flatMap((rule) =>
    alertsOf(rule).map((alert) => ({
      title: rule.title,
      texts: saidBy(rule, wordingOf(plan)),
      alert: { ...alert, startsAt: '2026-01-15T11:59:00Z' },
    }))
  );
  const alerts = renderAnnotations(asked).map((annotations, i) => ({ ...asked[i]!.alert, annotations }));
  const template = (name: string, of = '.') => `{{ template "cellthread.${name}" ${of} }}`;
  const definitions = messageTemplate(plan);
  const said = render(`{{ range .Alerts.Firing }}  ${template('sentence')}\n  ${template('action')}\f{{ end }}`, {
    definitions,
    firing: alerts,
  }).split('\f');
  const lines = asked.map(({ title }, i) => `${title}\n${said[i]}\n  rule: ${alerts[i]!.annotations['summary']}\n`);
  return [
    ...lines,
    render(template('title'), { definitions, firing: alerts }),
    render(template('message'), { definitions, firing: alerts.slice(0, 12), resolved: alerts.slice(0, 12) }),
  ].join('\n');
};

/** Of the plan, and of a task of the keeper. */
const names = 'Press press left Pressing force hold';

/** Texts without ids of labels: those of several words wherever they stand, and any in what a rule says by itself. */
const withoutIds = (line: string) =>
  [...signalRules, ...foundSignals, ...unreadReasons, ...rejectedReasons]
    .filter((id) => id.includes('-') || line.startsWith('  rule: '))
    .sort((a, b) => b.length - a.length)
    .reduce((text, id) => text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), ' '), line.replace(/^ {2}rule: /, ''));

/** Titles of all rules, and texts of those that command the line. */
const titles = (language: Language) =>
  ruleGroups(planOf(language)).flatMap(({ rules }) =>
    rules.flatMap((rule) => [rule.title, ...(rule.command ? [rule.summary, rule.description] : [])])
  );

describe.each(languages)('in the language %s', (language) => {
  let said = '';
  beforeAll(() => {
    said = people(language);
  }, 60_000);

  it('every rule for people says what it always said', () => {
    const file = path.join(here, `texts.${language}.txt`);
    if (update) {
      writeFileSync(file, said);
    }
    expect(said).toBe(readFileSync(file, 'utf8'));
  });

  it('no text has a word of another language, beside ids and names of the plan', () => {
    const own = new Set([...wordsOf(leaves(wordingOf({ language })).values()), ...wordsOf([names])]);
    const foreign = languages
      .filter((other) => other !== language)
      .flatMap((other) => [...wordsOf(leaves(wordingOf({ language: other })).values())])
      .filter((word) => !own.has(word));
    const texts = [
      ...said
        .replace(/https?:\S+/g, '')
        .split('\n')
        .map(withoutIds),
      ...titles(language),
    ];
    const spoken = wordsOf(texts);
    expect(foreign.filter((word) => spoken.has(word))).toEqual([]);
  });

  it('no text has an empty place, or a number that is none', () => {
    expect(said.split('\n').filter((line) => /\s[,;.:]|\(\s*\)|NaN|no value|%!|\w {2,}\w/.test(line))).toEqual([]);
  });
});
