import { type ProblemKind } from './kinds';
import { acceptanceKind } from './kinds/acceptanceKind';
import { capabilityKind } from './kinds/capabilityKind';
import { censoredKind } from './kinds/censoredKind';
import { compareKind } from './kinds/compareKind';
import { componentsKind } from './kinds/componentsKind';
import { constantsKind } from './kinds/constantsKind';
import { distributionKind } from './kinds/distributionKind';
import { falseDiscoveryKind } from './kinds/falseDiscoveryKind';
import { gaugeKind } from './kinds/gaugeKind';
import { limitsForKind } from './kinds/limitsForKind';
import { outliersKind } from './kinds/outliersKind';
import { probabilityKind } from './kinds/probabilityKind';
import { rulesKind } from './kinds/rulesKind';
import { runLengthKind } from './kinds/runLengthKind';
import { sequenceKind } from './kinds/sequenceKind';
import { tableKind } from './kinds/tableKind';

/** Registry of the analyses that are not charts. */
export const analyses: readonly ProblemKind[] = [
  capabilityKind,
  censoredKind,
  acceptanceKind,
  distributionKind,
  outliersKind,
  sequenceKind,
  compareKind,
  tableKind,
  falseDiscoveryKind,
  componentsKind,
  gaugeKind,
  rulesKind,
  runLengthKind,
  limitsForKind,
  constantsKind,
  probabilityKind,
];
