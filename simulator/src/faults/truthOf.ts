import { type Truth } from './Fault';
import { type FaultKind, type FaultSettings } from './FaultKind';

type Told = 'cells' | 'first' | 'first_out_of_spec';
/** Where a fault is, and in what it shows. */
export type Where = Omit<Truth, Told | 'id' | 'title' | 'silent' | 'from_ms' | 'to_ms' | 'ended' | 'site' | 'detail'>;

/** The part of the truth that every fault writes alike. */
export function truthOf(
  kind: Pick<FaultKind, 'id' | 'title' | 'silent'>,
  settings: FaultSettings,
  where: Where,
  concerned: { truth(): Pick<Truth, Told> },
  detail?: Record<string, unknown>
): Truth {
  const { plant, fromMs, toMs } = settings;
  return {
    id: kind.id,
    title: kind.title,
    silent: kind.silent ?? false,
    from_ms: fromMs,
    to_ms: Number.isFinite(toMs) ? toMs : null,
    site: plant.site,
    ...where,
    ...concerned.truth(),
    detail,
  };
}
