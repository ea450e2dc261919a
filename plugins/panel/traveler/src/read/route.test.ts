import { travelerFrames } from '../testing/travelerFrames';
import { readTraveler } from './readTraveler';
import { routeOf } from './route';
import { type Traveler } from './Traveler';

test('the route stands in the order of time, with its loops, its retests and what was sent twice', () => {
  const t = readTraveler(travelerFrames()) as Traveler;
  const told = routeOf(t.operations, t.characteristics).map((s) =>
    [
      `${s.operation.station} ${s.operation.visit}`,
      s.operation.superseded ? 'superseded' : '',
      s.loop ? 'loop' : '',
      s.retest ? 'retest' : '',
      s.outOfSpec ? `${s.outOfSpec} out` : '',
    ]
      .filter(Boolean)
      .join(' ')
  );
  expect(told).toEqual([
    'welding 1',
    'welding 1 superseded',
    'filling 1 1 out',
    'leak_test 1',
    'filling 2 loop',
    'leak_test 2 loop',
    'leak_test 3 retest',
  ]);
});
