import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Calendar } from '@cellthread/calendar';
import { type Plan } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import { root } from '@cellthread/install';
import { unstoppedPlant } from './unstoppedPlant';

const NEW_YEAR = Date.parse('2027-01-01T06:00:00Z');

/** Whether the sites run at that moment. */
const running = ({ sites }: Plan, moment: number) =>
  sites.map(({ calendar }) => new Calendar(calendar).stopAt(moment) === undefined);

describe.each(['lfp-prismatic', 'pouch-pilot'])('the plant %s without stops', (name) => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'cellthread-unstopped-'));
  const plant = plantFolder(path.join(root, 'plants', name));
  const [plan, unstopped] = [plant, unstoppedPlant(plant, path.join(place, name))].map((one) => loadPlan(one.plan)) as [
    Plan,
    Plan,
  ];
  afterAll(() => rmSync(place, { recursive: true }));

  test('runs on the day that the plan stops it', () => {
    expect(running(plan, NEW_YEAR)).not.toContain(true);
    expect(running(unstopped, NEW_YEAR)).not.toContain(false);
  });

  test('is the same plant otherwise', () => {
    const sites = plan.sites.map((site) => ({ ...site, calendar: { ...site.calendar, planned_stops: [] } }));
    expect(unstopped).toEqual({ ...plan, sites });
  });
});
