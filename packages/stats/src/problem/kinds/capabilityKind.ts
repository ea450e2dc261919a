import { capability } from '../../capability/capability';
import { machineCapability } from '../../capability/machineCapability';
import { type Fields, ProblemError } from '../fields';
import { type ProblemKind } from '../kinds';
import { readCapabilityOptions } from '../readCapabilityOptions';
import { readData } from '../readData';
import { readOptions, refuseSigmaOfSubgroups } from '../readOptions';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

export const capabilityKind: ProblemKind = {
  id: 'capability',
  title: 'Process capability',
  answer(fields: Fields) {
    const { data, clusters } = readData(fields, { id: 'capability', input: 'values-or-subgroups' });
    const { sigma, span } = readOptions(fields);
    refuseSigmaOfSubgroups(fields, sigma, data.starts !== undefined);
    const options = readCapabilityOptions(fields);
    const machine = fields.boolean('machine');
    const spec = readSpec(fields);
    if (!spec) {
      throw new ProblemError(fields.name('spec'), 'is missing');
    }
    fields.refuseOthers();
    const found = capability(data, spec, { sigma, span, clusters, ...options });
    const answer = (plain(found) ?? { n: 0, warnings: ['fewer than two values'] }) as Record<string, unknown>;
    answer.kind = 'capability';
    return machine ? { ...answer, machine: plain(machineCapability(data.values, spec, options.confidence)) } : answer;
  },
};
