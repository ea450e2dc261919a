import { equipmentAt, type Plan } from '@cellthread/plan';
import { ewmaShewhartLimitsFor } from '@cellthread/stats';
import { type Alarm } from './judge';

const LAMBDA = 0.2;
/** Level, spread and share of each stream. */
const JUDGED = 3;
/** A share is looked at over 1, 2, 4, 8, 16 and 32 windows. */
const LOOKS = 6;

/** Limits of alarms by which the plant's budget is spent on every stream that is watched. */
export function alarmOf(plan: Plan): Alarm {
  const points = plan.stations.flatMap(({ id, characteristics }) => {
    const streams = equipmentAt(plan, { site: plan.sites[0]!.id, station: id }).reduce(
      (sum, { positions }) => sum + Math.max(1, positions.length),
      0
    );
    return characteristics.map(({ monitor }) => (JUDGED * streams * shiftSeconds(plan)) / monitor.window_s);
  });
  const arl = points.reduce((a, b) => a + b, 0) / plan.alarm_budget.plant;
  const { width, shewhart } = ewmaShewhartLimitsFor(arl, LAMBDA);
  if (width === null || shewhart === null) {
    throw new Error(`No limits give one false alarm in ${Math.round(arl)} points.`);
  }
  return { lambda: LAMBDA, width, shewhart, tail: 1 / arl / LOOKS };
}

const shiftSeconds = ({ sites }: Plan) => 86_400 / Math.max(1, sites[0]!.calendar.shifts.length);
