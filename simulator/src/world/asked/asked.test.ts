import { dense, HOUR, plant, rows, start } from '../../lines/lfp-prismatic/taken';
import { type Request, type Told } from '../../told/Told';
import { Ears } from '../../told/Ears';
import { type Message } from '../Message';
import { type Progress, world } from '../world';

const half = start + HOUR;
const place = { area: 'assembly', line: 'line-1', equipment: 'filler-01' };
const asked = (id: string, more: Partial<Request> = {}): Request => ({
  what: 'request',
  place,
  id,
  kind: 'pause',
  expiresMs: 0,
  late: false,
  ...more,
});
const adjust = (id: string, amount: number, more: Partial<Request> = {}): Request =>
  asked(id, { kind: 'request-adjust', characteristic: 'fill_mass', amount, ...more });

/** The messages of some hours in which the line is told things at a moment, and the truth of them. */
function told(at: number, ...things: Told[]): { messages: Message[]; progress: Progress } {
  const ears = new Ears();
  things.forEach((thing, i) => ears.tell(thing, at + i * 1000));
  const progress: Progress = { cells: 0, asked: [] };
  const messages: Message[] = [];
  for (const message of world(plant, 1, dense, progress, ears)) {
    if (message.timeMs > half + HOUR / 2) {
      break;
    }
    messages.push(message);
  }
  return { messages, progress };
}

const acks = (messages: Message[]) =>
  rows(messages)
    .filter(({ name }) => name === 'command-ack')
    .map(({ p }) => [p.reference, p.disposition, p.text]);
const filled = (messages: Message[]) =>
  messages.filter(
    ({ topic, payload }) =>
      topic.includes('/filler-01/_cellresult/filling') && payload.run_type === 'production' && payload.visit === 1
  );
test('a machine that is asked to pause stands for ten minutes, says so, and goes on', () => {
  const { messages, progress } = told(half, asked('R-1'), asked('R-1'));
  expect(acks(messages)).toEqual([
    ['R-1', 'pause', 'stands for ten minutes'],
    ['R-1', 'pause', 'stands for ten minutes'],
  ]);
  expect(progress.asked).toEqual([
    { id: 'R-1', kind: 'pause', at_ms: half, equipment: 'filler-01', to_ms: half + HOUR / 6 },
  ]);
  const states = messages
    .filter(({ topic, timeMs }) => topic.endsWith('/filler-01/_state/equipment') && timeMs >= half)
    .map(({ payload, timeMs }) => [payload.state, timeMs]);
  expect(states[0]).toEqual(['idle', half]);
  expect(states.find(([state]) => state === 'running')?.[1]).toBeGreaterThanOrEqual(half + HOUR / 6);
  const begun = filled(messages).filter(({ payload }) => Number(payload.started_ms) >= half);
  expect(begun.length).toBeGreaterThan(0);
  expect(Math.min(...begun.map(({ payload }) => Number(payload.started_ms)))).toBeGreaterThanOrEqual(half + HOUR / 6);
});

test('a machine that is asked to set a value higher makes it so from then on', () => {
  const mean = (messages: Message[]) => {
    const after = filled(messages).filter(({ payload }) => Number(payload.started_ms) > half + 5000);
    return (
      after.reduce((sum, { payload }) => sum + (payload.values as Record<string, number>).fill_mass!, 0) / after.length
    );
  };
  const { messages, progress } = told(half, adjust('R-1', 2.5), adjust('R-1', 2.5));
  expect(mean(messages) - mean(told(half).messages)).toBeCloseTo(2.5, 0);
  expect(progress.asked).toMatchObject([{ kind: 'request-adjust', equipment: 'filler-01', amount: 2.5 }]);
});

test.each([
  ['too late', asked('R-1', { late: true }), 'it came too late'],
  ['beyond the bounds', adjust('R-1', 3.1), '3.1 is beyond -3 to 3'],
  ['of another value', adjust('R-1', 1, { characteristic: 'fill_vacuum' }), 'no such setting'],
  ['of a position that is none', adjust('R-1', 1, { position: 'nozzle-99' }), 'no such setting'],
  ['of a machine that is none', asked('R-1', { place: { ...place, equipment: 'filler-99' } }), 'no such machine'],
  ['of one that may not be asked', asked('R-1', { place: { ...place, equipment: 'stacker-01' } }), 'does not stop'],
])('what is asked %s is refused, and nothing is done', (_, request, why) => {
  const { messages, progress } = told(half, request);
  expect(acks(messages)).toEqual([['R-1', undefined, expect.stringContaining(why)]]);
  expect(progress.asked).toEqual([]);
});
