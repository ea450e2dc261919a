import { type Plan } from '@cellthread/plan';
import { controlChart } from './controlChart';
import { type Dashboard, dashboardUids } from './dashboard';
import { chosen, signalsQuery, visitsQuery } from './queries';
import { stationKinds } from './signalKinds';
import { signalTable } from './signalTable';
import { datasourceVariable, listVariable, productVariable } from './variable';

/** Panel ids that alert rules point at. */
export const characteristicPanels = { chosen: 1, fillMass: 2, pressureDecay: 3, cellLength: 4, signals: 5 } as const;

/** One characteristic over time, and beside it the three charts every line starts with. */
export function characteristicDashboard(plan: Plan): Dashboard {
  const place = [chosen('site'), chosen('line')];
  return {
    uid: dashboardUids.characteristic,
    title: 'Characteristic',
    description: 'Control charts: any characteristic of the plan, and fill mass, pressure decay and cell length.',
    from: 'now-3h',
    refresh: '10s',
    variables: [
      datasourceVariable(),
      listVariable('site', { label: 'Site', kind: 'sites', multi: true }),
      listVariable('line', { label: 'Line', kind: 'lines', within: { site: '$site' }, multi: true }),
      listVariable('station', { label: 'Station', kind: 'stations', current: 'filling' }),
      listVariable('characteristic', {
        label: 'Characteristic',
        kind: 'characteristics',
        within: { station: '$station' },
        current: 'fill_mass',
      }),
      listVariable('equipment', {
        label: 'Equipment',
        kind: 'equipment',
        within: { site: '$site', line: '$line', station: '$station' },
        multi: true,
      }),
      productVariable(plan),
    ],
    panels: [
      controlChart({
        id: characteristicPanels.chosen,
        title: '$characteristic at $station',
        at: [0, 0, 24, 13],
        chart: 'i-mr',
        queries: [visitsQuery('$station', ['$characteristic'], [...place, chosen('equipment'), chosen('product')])],
      }),
      controlChart({
        id: characteristicPanels.fillMass,
        title: 'Fill mass per nozzle',
        at: [0, 13, 24, 12],
        chart: 'xbar-r',
        by: ['equipment', 'position'],
        queries: [visitsQuery('filling', ['fill_mass'], [...place, chosen('product')])],
      }),
      controlChart({
        id: characteristicPanels.pressureDecay,
        title: 'Pressure decay before filling',
        at: [0, 25, 12, 11],
        chart: 'i-mr',
        queries: [visitsQuery('leak_prefill', ['pressure_decay'], [...place, chosen('product')])],
      }),
      controlChart({
        id: characteristicPanels.cellLength,
        title: 'Cell length after case welding',
        at: [12, 25, 12, 11],
        chart: 'i-mr',
        queries: [visitsQuery('case_welding', ['cell_length'], [...place, chosen('product')])],
      }),
      signalTable(plan, {
        id: characteristicPanels.signals,
        title: 'Signals of this station',
        at: [0, 36, 24, 9],
        queries: [signalsQuery(stationKinds, 'unanswered', place, ['$station'])],
      }),
    ],
  };
}
