import { alerting } from './alerting/alerting';
import { dashboards } from './dashboards/dashboards';
import { controlPlanDocument } from './documents/controlPlanDocument';
import { planRowsDocument } from './documents/planRowsDocument';
import { limitParametersOfBackend } from './limitParametersOfBackend';
import type { Generator } from './generator';
import { monitorsCorpus } from './monitorsCorpus';
import { planColumnsOfBackend } from './planColumnsOfBackend';
import { problemSchemaOfBackend } from './problemSchemaOfBackend';
import { brokerAccess } from './telegraf/brokerAccess';
import { telegrafConstants } from './telegraf/telegrafConstants';
import { telegrafScripts } from './telegraf/telegrafScripts';
import { vocabulary } from './vocabulary/vocabulary';

/** Everything that is derived, in the order in which it is written. */
export const generators: Generator[] = [
  vocabulary,
  telegrafConstants,
  telegrafScripts,
  brokerAccess,
  controlPlanDocument,
  planRowsDocument,
  limitParametersOfBackend,
  planColumnsOfBackend,
  problemSchemaOfBackend,
  monitorsCorpus,
  dashboards,
  alerting,
];
