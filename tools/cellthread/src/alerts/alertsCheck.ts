import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import type { Command } from '../command';
import { counted } from '../plan/counted';
import { readOptions } from '../readOptions';
import type { Receiver } from './contactPoints';
import { findings, type RuleHealth, type StoredRule } from './findings';
import { ask, grafanaAccess } from './grafana';
import type { Policy } from './routing';
import { rulesOf } from './rulesFile';

/** Neither done nor failed: something has to be mended in Grafana. */
const WRONG = 3;

export const alertsCheck: Command = {
  name: 'alerts check',
  about: 'says who is told of which alerts in a Grafana, and of which nobody',
  usage: [
    'cellthread alerts check [options]',
    '',
    '--grafana URL             default http://127.0.0.1:3000; its token is in the variable CELLTHREAD_GRAFANA_TOKEN',
    '                          (a service account of role Admin)',
    '--plant DIR               folder of a plant, with its plan.yaml (default: the default plant of this checkout)',
    '',
    'Ends with 0 if every alert reaches somebody and every rule works, with 3 if not.',
  ],
  async run(args, output) {
    const { values } = readOptions(args, {
      grafana: { type: 'string', default: 'http://127.0.0.1:3000' },
      plant: { type: 'string' },
    } as const);
    const access = grafanaAccess(values.grafana);
    const plant = plantFolder(values.plant && path.resolve(values.plant));
    const rules = rulesOf(path.join(plant.out, 'provisioning/alerting/rules.yaml'));
    const [policies, receivers, stored, groups] = await Promise.all([
      ask<Policy>(access, '/api/v1/provisioning/policies'),
      ask<Receiver[]>(access, '/api/v1/provisioning/contact-points'),
      ask<StoredRule[]>(access, '/api/v1/provisioning/alert-rules'),
      ask<{ data: { groups: Array<{ rules: RuleHealth[] }> } }>(access, '/api/prometheus/grafana/api/v1/rules'),
    ]);
    const { told, wrong } = findings(loadPlan(plant.plan), rules, {
      policies,
      receivers,
      stored,
      health: groups.data.groups.flatMap((group) => group.rules),
    });
    told.forEach((line) => output.out(line));
    wrong.forEach((line) => output.err(line));
    output.out(
      wrong.length === 0
        ? `All ${rules.length} rules work, and each alert reaches a contact point.`
        : `${counted(wrong.length, 'thing')} to be mended.`
    );
    return wrong.length === 0 ? 0 : WRONG;
  },
};
