import { parsePlan } from '@cellthread/plan';
import { languages } from '@cellthread/vocabulary';
import { planWith } from '../../../packages/plan/src/planWith';
import { wordingOf } from './alerting/wording/wordings';
import { dashboards } from './dashboards/dashboards';
import { dashboardWords } from './dashboards/words/registry';
import { leaves, wordsOf } from './leaves';

const texts = { alerts: wordingOf, dashboards: dashboardWords };
const others = languages.filter((language) => language !== 'en');

describe.each(others.flatMap((language) => Object.entries(texts).map(([of, say]) => ({ language, of, say }))))(
  'what $of say in the language $language',
  ({ language, say }) => {
    const english = leaves(say({ language: 'en' }));
    const own = leaves(say({ language }));

    it('has every text', () => {
      expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
      expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it('has no text of another language', () => {
      const same = [...own].filter(([where, text]) => english.get(where) === text && wordsOf([text]).size > 0);
      expect(same.filter(([, text]) => !alike.includes(text))).toEqual([]);
    });

    it('puts only values into its texts that the English ones have', () => {
      const values = (text: string): string[] => text.match(/\{\{.*?\}\}|<.*?>|\$\w+/g) ?? [];
      const more = [...own].filter(([where, text]) =>
        values(text).some((value) => !values(english.get(where)!).includes(value))
      );
      expect(more).toEqual([]);
    });
  }
);

/** What is called the same, names among them. */
const alike = ['Station', 'Position', 'Cellthread', 'MES', 'Keeper', 'Telegraf'];

describe.each(others)('dashboards of a plan in the language %s', (language) => {
  const plan = parsePlan(
    planWith({
      characteristics: `[${['a', 'b'].map((id) => `{ id: ${id}, name: Q, unit: lengthmm }`).join(', ')}]`,
    }).replace(/^enterprise:/m, `language: ${language}\nenterprise:`),
    'plan.yaml'
  );

  it('show no word of another language', () => {
    const shown: string[] = [];
    for (const json of Object.values(dashboards.outputs(plan))) {
      JSON.parse(json, (key: string, value: unknown) => {
        if (typeof value === 'string' && readKeys.includes(key)) {
          shown.push(value);
        }
        if (key === 'renameByName') {
          shown.push(...Object.values(value as Record<string, string>));
        }
        return value;
      });
    }
    expect(shown).toContain(dashboardWords(plan).wrongNow);
    const own = wordsOf(leaves(dashboardWords({ language })).values());
    const foreign = [...wordsOf(leaves(dashboardWords({ language: 'en' })).values())].filter((word) => !own.has(word));
    expect(shown.filter((text) => !ids.includes(text) && foreign.some((word) => wordsOf([text]).has(word)))).toEqual(
      []
    );
  });
});

/** Names and addresses that are no words, Grafana's own, and ids of hidden columns. */
const ids = [
  ...['site', 'line', 'equipment', 'position', 'station', 'characteristic', 'product'],
  ...['All', '$__all', 'Annotations & Alerts', 'view_from', 'view_to'],
];

/** Where dashboards have what people read. */
const readKeys = ['title', 'text', 'label', 'description', 'noValue'];
