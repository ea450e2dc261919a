import type { StoredAudit } from './kinds/audit/AuditQuery';
import type { StoredHealth } from './kinds/health/HealthQuery';
import type { StoredJoin } from './kinds/cells/JoinQuery';
import type { StoredDue } from './kinds/due/DueQuery';
import type { StoredEvents } from './kinds/events/EventsQuery';
import type { StoredLosses } from './kinds/losses/LossesQuery';
import type { StoredShifts } from './kinds/shifts/ShiftsQuery';
import type { StoredSignals } from './kinds/signals/SignalsQuery';
import type { StoredTraveler } from './kinds/traveler/TravelerQuery';
import type { StoredVisits } from './kinds/visits/VisitsQuery';
import type { StoredYield } from './kinds/yields/YieldQuery';

export type { StoredFilter } from './kinds/Stored';
export type { StoredLosses, StoredSignals, StoredVisits };

/** A query as generated dashboards and alert rules say it: a field or a word that the datasource lacks does not compile. */
export type StoredQuery =
  | StoredVisits
  | StoredJoin
  | StoredTraveler
  | StoredSignals
  | StoredEvents
  | StoredYield
  | StoredLosses
  | StoredAudit
  | StoredHealth
  | StoredShifts
  | StoredDue;
