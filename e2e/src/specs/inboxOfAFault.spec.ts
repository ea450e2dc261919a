import { connectAsync, type MqttClient } from 'mqtt';
import { panel } from '../panel';
import { readRun } from '../runFile';
import { stackSecret } from '../stackSecret';
import { tellingWorkbench } from '../tellingWorkbench';
import { type Truth, truthsOf } from '../truth';
import { expect, test } from '../watchedPage';

/** All that tells people of what is filled: processes, and cells out of spec one after the other. */
const RULES = ['ooc', 'k-of-n'].flatMap((kind) =>
  ['maintenance', 'quality'].map((route) => `cellthread-${kind}-filling-${route}`)
);
const MINUTE = 60_000;
/** An evaluation of all that there is, and the minute that a process has to stay wrong. */
const PATIENT = 4 * MINUTE;

interface Alert {
  labels: Record<string, string>;
  evidence?: { sentence?: string; action?: string };
}

const goesOn = () => truthsOf('nozzle-wavering').find(({ to_ms }) => to_ms === null)!;

/** `filler-02 nozzle-4: Fill mass wavers, spread 2.4 × that of its 11 sisters, for 47 min`. */
const saysOf = ({ equipment, position }: Truth) =>
  new RegExp(`${equipment[0]} ${position}: .* wavers, spread [\\d.]+ × .* sisters.* for \\d+ ?(min|h|d)`);

const isOf =
  ({ equipment, position }: Truth) =>
  ({ labels }: Alert) =>
    labels.equipment === equipment[0] && labels.position === position;

test('Line opens with what is wrong: which nozzle, what of it, and for how long @workbench @hours', async ({
  page,
}) => {
  await page.goto('/d/cellthread-line');
  await expect(panel(page, 'What is wrong now')).toContainText(saysOf(goesOn()), { timeout: MINUTE });
});

test('one message with that sentence comes to the broker and the inbox, with what to do @workbench @hours', async ({
  browser,
}) => {
  test.setTimeout(2 * PATIENT);
  const mes = await connectAsync(readRun().mqtt, { username: 'mes', password: stackSecret('mqtt', 'mes') });
  const heard = listen(mes);
  await mes.subscribeAsync('cellthread/+/notify/#', { qos: 1 });
  const workbench = await tellingWorkbench(...RULES);
  try {
    const told = () => heard.filter(({ alerts }) => alerts.some(isOf(goesOn())));
    // The stack's own workbench tells on the same broker, too: that it is one message is seen in the inbox of this one.
    await expect.poll(() => told().length, { timeout: PATIENT }).toBeGreaterThan(0);
    const [{ message, alerts }] = told() as [Heard];
    const alert = alerts.find(isOf(goesOn()))!;
    expect(alert.evidence?.sentence).toMatch(saysOf(goesOn()));
    expect(message).toMatch(saysOf(goesOn()));
    expect(message).toContain(alert.evidence!.action);
    const page = await browser.newPage({ baseURL: workbench.url });
    await page.goto('/alerting/inbox');
    const place = `${goesOn().equipment[0]} ${goesOn().position}`;
    const card = page.getByTestId('message').filter({ hasText: place });
    await expect(card.filter({ hasText: saysOf(goesOn()) })).toHaveCount(1, { timeout: PATIENT });
    await expect(card, 'messages about that nozzle').toHaveCount(1);
    await expect(card).toContainText(alert.evidence!.action!);
    await page.close();
  } finally {
    await mes.endAsync();
    await workbench.stop();
  }
});

interface Heard {
  message: string;
  alerts: Alert[];
}

function listen(client: MqttClient): Heard[] {
  const heard: Heard[] = [];
  client.on('message', (_, payload) => heard.push(JSON.parse(payload.toString()) as Heard));
  return heard;
}
