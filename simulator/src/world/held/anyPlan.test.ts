import { checkPlan, parsePlan } from '@cellthread/plan';
import fc from 'fast-check';
import { anyPlan } from '../../lines/planned/testing/anyPlan';
import { dense, HOUR, type Row, rows, start } from '../../lines/lfp-prismatic/taken';
import { type Plant } from '../../plant/Plant';
import { readPlant } from '../../plant/readPlant';
import { command, played, type Tell } from '../../told/testing/played';
import { type Message } from '../Message';

const RUNS = 20;
const MOST = 1000;

/** The result of an item that lines start one by one, and its place on the way of its line. */
function resultOf({ lines }: Plant, message: Message): { id: string; at: number; station: string } | undefined {
  const [row] = rows([message]) as [Row];
  const line = lines.find(({ id }) => id === row.line);
  const at = line?.way.findIndex(({ id }) => id === row.name) ?? -1;
  const { cell_id, item_id, run_type, visit } = row.p;
  const own = row.contract === '_cellresult' && at >= 0 && run_type === 'production' && visit === 1;
  return own ? { id: String(cell_id ?? item_id), at, station: row.name } : undefined;
}

/** Every third item is held where it is first seen; what of it is seen at later stations afterwards. */
function slipped(plant: Plant): { held: number; slipped: string[]; acknowledged: number } {
  const held = new Map<string, number>();
  const passed: string[] = [];
  let seen = 0;
  const type = plant.lines[0]?.lead ?? 'cell';
  const listen = (message: Message, tell: Tell): void => {
    const result = resultOf(plant, message);
    if (!result) {
      return;
    }
    seen += 1;
    const at = held.get(result.id);
    if (at === undefined && held.size < seen / 3 && message.payload.verdict === 'ok') {
      held.set(result.id, result.at);
      tell(command(message, result.id, 1, 'hold', { station: result.station, target: { type, id: result.id } }), 1);
    } else if (at !== undefined && result.at > at) {
      passed.push(result.id);
    }
  };
  const { messages, heard } = played(
    plant,
    { ...dense, acks: { late: 0, never: 0 } },
    start + 6 * HOUR,
    listen,
    [],
    MOST
  );
  const acks = rows(messages).filter(({ name }) => name === 'command-ack');
  const known = new Set(acks.filter(({ p }) => String(p.text).startsWith('already')).map(({ p }) => p.target_id));
  const last = messages.at(-1)?.timeMs ?? 0;
  return {
    held: heard.filter(({ atMs }) => atMs < last).length,
    slipped: passed.filter((id) => !known.has(id)),
    acknowledged: acks.length,
  };
}

test('on the line of any plan what is held passes no gate, and every command is acknowledged', () => {
  let all = 0;
  fc.assert(
    fc.property(anyPlan, (file) => {
      const text = JSON.stringify(file);
      if (checkPlan(text).problems.length > 0) {
        return;
      }
      const { held, slipped: through, acknowledged } = slipped(readPlant(parsePlan(text, 'plan.yaml')));
      all += held;
      expect(through).toEqual([]);
      expect(acknowledged).toBeGreaterThanOrEqual(held);
    }),
    { numRuns: RUNS, seed: 20_261_129 }
  );
  expect(all).toBeGreaterThan(RUNS);
});
