import { capability } from '@cellthread/stats/capability/capability';
import { momentsOf } from '@cellthread/stats/charts/moments';
import { type SigmaMethod } from '@cellthread/stats/charts/types';
import { valueMask } from '@cellthread/stats/charts/valueMask';
import { machineCapability } from '@cellthread/stats/capability/machineCapability';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { readCapabilityOptions } from '../readCapabilityOptions';
import { readData } from '../readData';
import { refuseSigmaOfSubgroups } from '../readOptions';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

export const capabilityKind: ProblemKind = {
  id: 'capability',
  title: 'Process capability',
  answer(fields: Fields) {
    const { data, clusters } = readData(fields, { id: 'capability', input: 'values-or-subgroups' });
    const sigma = fields.text<SigmaMethod>('sigma');
    const span = fields.number('span');
    refuseSigmaOfSubgroups(fields, sigma, data.starts !== undefined);
    const options = readCapabilityOptions(fields);
    const machine = fields.boolean('machine');
    const spec = readSpec(fields)!;
    const found = capability(data, spec, { sigma, span, clusters, ...options });
    const { n, mean } = momentsOf(data.values, valueMask(data));
    const answer = (plain(found) ?? plain({ n, mean, warnings: ['fewer than two values'] })) as Record<string, unknown>;
    answer.kind = 'capability';
    if (!machine) {
      return answer;
    }
    const study = machineCapability(data.values, spec, options.confidence);
    const missing = study ? [] : ['machine capability needs 50 values'];
    return { ...answer, machine: plain(study), warnings: [...(answer.warnings as string[]), ...missing] };
  },
};
