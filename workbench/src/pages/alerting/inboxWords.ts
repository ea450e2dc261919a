import { type Language, type Route, routeGerman, routeName } from '../../../../packages/vocabulary/src/index.gen';

/** What the inbox says, in one language; the sentences are the datasource's. */
export interface InboxWords {
  routes: Readonly<Record<Route, string>>;
  route: string;
  all: string;
  messages: string;
  nobody: string;
  nobodyOf: (route: string) => string;
  newest: (kept: number, sent: number) => string;
  listening: (since: string, long: string, rules: number) => string;
  unsent: string;
  failing: (rules: number) => string;
  refused: (rules: number) => string;
  elsewhere: string;
  see: string;
  rules: string;
  firing: string;
  over: string;
  more: (n: number) => string;
  lasted: (long: string) => string;
  since: (time: string, long: string) => string;
  chart: string;
  dashboard: string;
}

const english: InboxWords = {
  routes: routeName,
  route: 'Route',
  all: 'All',
  messages: 'Messages',
  nobody: 'Nobody had to be told',
  nobodyOf: (route) => `Nothing for ${route}`,
  newest: (kept, sent) => `The newest ${kept} of ${sent} messages; older ones are not kept.`,
  listening: (since, long, rules) =>
    `Listening since ${since} (${long}): ${rules} ${rules === 1 ? 'rule is' : 'rules are'} evaluated.`,
  unsent: 'Messages cannot be sent',
  failing: (rules) =>
    `${rules} ${rules === 1 ? 'rule' : 'rules'} could not be evaluated: what ${rules === 1 ? 'it watches' : 'they watch'} is not seen`,
  refused: (rules) => `${rules} ${rules === 1 ? 'rule is' : 'rules are'} not evaluated here`,
  elsewhere: 'A Grafana evaluates them.',
  see: 'See',
  rules: 'Rules',
  firing: 'Firing',
  over: 'Over',
  more: (n) => `and ${n} more`,
  lasted: (long) => `It lasted ${long}`,
  since: (time, long) => `Since ${time}, for ${long}`,
  chart: 'Open the chart',
  dashboard: 'Open the dashboard',
};

const german: InboxWords = {
  routes: routeGerman,
  route: 'An wen',
  all: 'Alle',
  messages: 'Meldungen',
  nobody: 'Niemand musste etwas erfahren',
  nobodyOf: (route) => `Nichts für ${route}`,
  newest: (kept, sent) => `Die neuesten ${kept} von ${sent} Meldungen; ältere sind nicht aufgehoben.`,
  listening: (since, long, rules) =>
    `Hört seit ${since} zu (${long}): ${rules} ${rules === 1 ? 'Regel wird' : 'Regeln werden'} ausgewertet.`,
  unsent: 'Meldungen können nicht gesendet werden',
  failing: (rules) =>
    `${rules} ${rules === 1 ? 'Regel war' : 'Regeln waren'} nicht auszuwerten: was ${rules === 1 ? 'sie überwacht' : 'sie überwachen'}, wird nicht gesehen`,
  refused: (rules) => `${rules} ${rules === 1 ? 'Regel wird' : 'Regeln werden'} hier nicht ausgewertet`,
  elsewhere: 'Ein Grafana wertet sie aus.',
  see: 'Siehe',
  rules: 'Regeln',
  firing: 'Aktiv',
  over: 'Vorbei',
  more: (n) => `und ${n} weitere`,
  lasted: (long) => `Dauerte ${long}`,
  since: (time, long) => `Seit ${time}, ${long} lang`,
  chart: 'Karte öffnen',
  dashboard: 'Dashboard öffnen',
};

const words: Readonly<Record<Language, InboxWords>> = { en: english, de: german };

/** What the inbox says in the language of the plan; English where it is not told. */
export const inboxWords = (language: Language = 'en'): InboxWords => words[language];

/** Who is told, in words; an id that is none of ours as it is. */
export const routeText = ({ routes }: InboxWords, id: string): string => (id in routes ? routes[id as Route] : id);
