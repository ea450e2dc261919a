import type { Plan } from '@cellthread/plan';
import type { Lookup } from '@cellthread/vocabulary';
import { dashboardWords } from './words/registry';
import type { DashboardWords } from './words/DashboardWords';

/** A dashboard variable in the classic JSON model. */
export type Variable = Record<string, unknown> & { name: string; type: string };

const datasource = { type: 'cellthread-cells-datasource', uid: '${datasource}' };

interface ListOptions {
  label: string;
  kind: Lookup;
  /** Other variables that narrow the list. */
  within?: { site?: string; line?: string; station?: string; equipment?: string };
  /** Several values may be chosen, and all of them is the default. */
  multi?: boolean;
  /** What is chosen at first, with the name that stands for it. */
  current?: { id: string; name: string };
}

/** The choice of the datasource: dashboards name no datasource of their own. */
export function datasourceVariable({ variables }: DashboardWords): Variable {
  return {
    name: 'datasource',
    label: variables.datasource,
    type: 'datasource',
    query: 'cellthread-cells-datasource',
    regex: '',
    // The provisioned one; without a value Grafana takes the first by name.
    current: { text: 'Cellthread', value: 'cellthread' },
    hide: 0,
    refresh: 1,
    multi: false,
    includeAll: false,
  };
}

/** A list from the control plan in force. */
export function listVariable(
  name: string,
  { label, kind, within = {}, multi = false, current }: ListOptions
): Variable {
  const chosen = multi
    ? { text: ['All'], value: ['$__all'] }
    : current !== undefined
      ? { text: current.name, value: current.id }
      : {};
  return {
    name,
    label,
    type: 'query',
    datasource,
    query: { refId: 'variable', queryType: 'variable', kind, ...within },
    current: chosen,
    // On load: with every new range (2), each refresh of the page would list anew and its panels would wait for the lists.
    refresh: 1,
    sort: 0,
    multi,
    includeAll: multi,
    hide: 0,
    options: [],
    regex: '',
  };
}

/** One of a few words; the first is chosen at first. */
export function choiceVariable(
  name: string,
  label: string,
  choices: ReadonlyArray<{ id: string; name: string }>
): Variable {
  return {
    name,
    label,
    type: 'custom',
    query: choices.map((choice) => `${choice.name} : ${choice.id}`).join(', '),
    current: { text: choices[0]?.name, value: choices[0]?.id },
    options: choices.map((choice, i) => ({ text: choice.name, value: choice.id, selected: i === 0 })),
    multi: false,
    includeAll: false,
    allowCustomValue: false,
    hide: 0,
  };
}

/** Free text, for an ID that is typed or scanned. */
export function textVariable(name: string, label: string): Variable {
  return { name, label, type: 'textbox', query: '', current: { text: '', value: '' }, options: [], hide: 0 };
}

/** One product at a time: two products have two targets, and a chart of both shows neither. */
export function productVariable(plan: Pick<Plan, 'products' | 'language'>): Variable {
  return listVariable('product', {
    label: dashboardWords(plan).variables.product,
    kind: 'products',
    current: plan.products[0],
  });
}
