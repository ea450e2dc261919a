import { restarts } from './restarts';

test.each([
  [['telegraf/processors/constants.gen.star', 'telegraf/processors/ingest.gen.star'], ['Telegraf']],
  [['provisioning/alerting/rules.yaml'], ['Grafana']],
  [
    ['telegraf/mosquitto.acl', 'telegraf/influxdb/influxdb.conf'],
    ['the broker', 'InfluxDB'],
  ],
  [['provisioning/dashboards/line.json', 'docs/control-plan.md', 'telegraf/processors/constants.gen.star'], []],
])('after a change of %j is restarted %j', (changed, expected) => {
  expect(restarts(changed)).toEqual(expected);
});
