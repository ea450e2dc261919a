import { type Truth } from './Fault';
import { type FaultKind, type FaultSettings } from './FaultKind';

/** The part of the truth that every fault writes alike. */
export function truthOf(
  kind: Pick<FaultKind, 'id' | 'title' | 'silent'>,
  settings: FaultSettings,
  where: Pick<Truth, 'line' | 'station' | 'equipment' | 'characteristics'> & { position?: string },
  cells: Iterable<string>,
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
    cells: [...new Set(cells)],
    detail,
  };
}
