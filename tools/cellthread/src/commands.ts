import { alertsCheck } from './alerts/alertsCheck';
import { auditVerify } from './audit/auditVerify';
import { brokerForget } from './broker/brokerForget';
import { limitsPropose } from './changes/limitsPropose';
import type { Command } from './command';
import { cyclers } from './cyclers/cyclers';
import { databasePrepare } from './database/databasePrepare';
import { event } from './event/event';
import { cellStatus } from './gate/cellStatus';
import { planCheck } from './plan/planCheck';
import { planDiff } from './plan/planDiff';
import { planPropose } from './plan/planPropose';
import { planPush } from './plan/planPush';
import { planShow } from './plan/planShow';
import { replay } from './replay/replay';
import { secretsMake } from './secrets/secretsMake';

/** Every command there is; help, the dispatcher and the documents read this list. */
export const commands: Command[] = [
  planCheck,
  planDiff,
  planPush,
  planShow,
  planPropose,
  limitsPropose,
  alertsCheck,
  event,
  cellStatus,
  auditVerify,
  replay,
  cyclers,
  secretsMake,
  databasePrepare,
  brokerForget,
];
