import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Labels } from '../rules/AlertRule';
import { readAlerting } from '../rules/readAlerting';
import { keyOf } from '../states/Instance';
import { addressesOf, groupLabelsOf } from './addressOf';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const alerting = readAlerting(join(root, 'provisioning/alerting'), join(root, 'notify/policies.yaml'), {});
const alert = { annotations: {}, values: {}, startsAt: 0, endsAt: 1, updatedAt: 0 };

/** The groups that alerts with these labels make, each of which is one message. */
const groups = (all: Labels[]) =>
  new Set(
    all.flatMap((labels) =>
      addressesOf({ ...alert, labels }, {}, alerting).map(
        ({ key, routing }) => key + keyOf(groupLabelsOf({ labels }, routing.groupBy))
      )
    )
  );

const channels = (more: Labels) =>
  Array.from({ length: 100 }, (_, i) => ({
    ...{ alertname: 'Formation', kind: 'out-of-control', team: 'engineering', severity: 'warning', site: 'de1' },
    ...{ line: 'line-1', station: 'formation', equipment: 'fm-01', characteristic: 'ocv', position: `ch-${i}` },
    ...more,
  }));

test('what 100 channels of a machine have at once is one message, whatever else is wrong of it another', () => {
  assert.equal(groups(channels({})).size, 1);
  assert.equal(groups(channels({ kind: 'k-of-n', alertname: 'Several' })).size, 1);
  assert.equal(groups([...channels({}), ...channels({ characteristic: 'capacity' })]).size, 2);
  assert.equal(groups([...channels({}), ...channels({ equipment: 'fm-02' })]).size, 2);
});
