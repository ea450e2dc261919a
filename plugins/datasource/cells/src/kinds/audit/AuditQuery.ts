import type { AuditPart, EventKind } from '@cellthread/vocabulary';
import type { CellsQuery } from '../../query';
import type { Stored } from '../Stored';

/** Whether events are as they were when their days were sealed. */
export interface AuditFields {
  /** Without one, days. */
  part?: AuditPart;
  /** Of events; none: all. */
  kinds?: string[];
}

export type AuditQuery = CellsQuery & AuditFields;

export type StoredAudit = Stored<'audit', AuditFields, { kinds?: readonly EventKind[] }>;
