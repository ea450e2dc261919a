import { capability } from '@cellthread/stats/capability/capability';
import { momentsOf } from '@cellthread/stats/charts/moments';
import { valueMask } from '@cellthread/stats/charts/valueMask';
import { machineCapability } from '@cellthread/stats/capability/machineCapability';
import { type Fields, ProblemError } from '../fields';
import { type ProblemKind } from '../kinds';
import { readCapabilityOptions } from '../readCapabilityOptions';
import { readData } from '../readData';
import { readSigma, refuseSigmaOfSubgroups } from '../readOptions';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

export const capabilityKind: ProblemKind = {
  id: 'capability',
  title: 'Process capability',
  answer(fields: Fields) {
    const { data, clusters } = readData(fields, { id: 'capability', input: 'values-or-subgroups' });
    const sigma = readSigma(fields);
    const span = fields.whole('span', 2, 1000);
    refuseSigmaOfSubgroups(fields, sigma, data.starts !== undefined);
    const options = readCapabilityOptions(fields);
    const machine = fields.boolean('machine');
    const spec = readSpec(fields);
    if (!spec) {
      throw new ProblemError(fields.name('spec'), 'is missing');
    }
    fields.refuseOthers();
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
