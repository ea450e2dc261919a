import type { Plan } from '@cellthread/plan';
import type { Generator } from '../generator';
import { auditDashboard } from './audit';
import { cellDashboard } from './cell';
import { changesDashboard } from './changes';
import { characteristicDashboard } from './characteristic';
import { type Dashboard, dashboardJson } from './dashboard';
import { enterDashboard } from './enter';
import { healthDashboard } from './health';
import { holdsDashboard } from './holds';
import { lineDashboard } from './line';
import { shiftDashboard } from './shift';
import { lossesDashboard } from './losses';
import { signalsDashboard } from './signals';
import { stationDashboard } from './station';

const kinds: Array<(plan: Plan) => Dashboard> = [
  lineDashboard,
  stationDashboard,
  characteristicDashboard,
  cellDashboard,
  signalsDashboard,
  holdsDashboard,
  lossesDashboard,
  enterDashboard,
  auditDashboard,
  healthDashboard,
  shiftDashboard,
  changesDashboard,
];

/** The provisioned dashboards, one file each, named by what follows `cellthread-` in its uid. */
export const dashboards: Generator = {
  id: 'dashboards',
  outputs: (plan) =>
    Object.fromEntries(
      kinds.map((kind) => {
        const dashboard = kind(plan);
        return [`provisioning/dashboards/${dashboard.uid.replace('cellthread-', '')}.json`, dashboardJson(dashboard)];
      })
    ),
};
