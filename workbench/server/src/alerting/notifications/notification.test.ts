import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf } from '../states/Instance';
import type { Alert } from './Alert';
import { asGrafanaHasIt, type NotifiedAlert, toNotification } from './notification';

test('evidence is for people: templates are filled with what Grafana has', () => {
  const addressee = { receiver: 'cellthread-maintenance', groupLabels: {}, externalURL: 'http://localhost/', now: 0 };
  const notification = toNotification({ alerts: [], firing: new Set(), resolved: new Set() }, addressee);
  const alert = { status: 'firing', labels: { equipment: 'm-1' } } as unknown as NotifiedAlert;
  const told = { ...notification, alerts: [{ ...alert, evidence: { sentence: 'm-1 wavers.' } }] };
  assert.deepEqual(asGrafanaHasIt(told), { ...notification, alerts: [alert] });
});

test('alerts stand in the order of their labels whichever was heard of first, and what is over stands behind', () => {
  const of = (labels: Record<string, string>): Alert => ({
    ...{ labels: { equipment: 'm-1', ...labels }, annotations: {}, values: {}, startsAt: 0, endsAt: 1, updatedAt: 0 },
  });
  const alerts = [
    of({ position: 'ch-2' }),
    of({ position: 'ch-0' }),
    of({ position: 'ch-10' }),
    of({ rule: 'x', position: 'a' }),
    of({}),
    of({ lot: 'z' }),
  ];
  const firing = new Set(
    alerts.filter(({ labels }) => labels['position'] !== 'ch-0').map(({ labels }) => keyOf(labels))
  );
  const addressee = { receiver: 'people', groupLabels: {}, externalURL: 'http://localhost/', now: 0 };
  const told = toNotification({ alerts, firing, resolved: new Set() }, addressee).alerts.map(({ labels }) =>
    Object.values(labels).slice(1).join()
  );
  assert.deepEqual(told, ['', 'ch-10', 'ch-2', 'z', 'x,a', 'ch-0']);
});
