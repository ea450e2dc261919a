import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asGrafanaHasIt, type NotifiedAlert, toNotification } from './notification';

test('evidence is for people: templates are filled with what Grafana has', () => {
  const addressee = { receiver: 'cellthread-maintenance', groupLabels: {}, externalURL: 'http://localhost/', now: 0 };
  const notification = toNotification({ alerts: [], firing: new Set(), resolved: new Set() }, addressee);
  const alert = { status: 'firing', labels: { equipment: 'm-1' } } as unknown as NotifiedAlert;
  const told = { ...notification, alerts: [{ ...alert, evidence: { sentence: 'm-1 wavers.' } }] };
  assert.deepEqual(asGrafanaHasIt(told), { ...notification, alerts: [alert] });
});
