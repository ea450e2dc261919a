import { type Row } from '../read/Worklist';

/** Of what is held for one reason, what was looked at again, and what came of it. */
export interface Sample {
  /** The reason, as the list says it. */
  reason: string;
  /** Open holds are on so many items; null of a lot or tray, of which nobody knows how many it has. */
  items: number | null;
  good: number;
  bad: number;
  /** So many more are held no longer, since they were decided against. */
  against: number;
  /** Of so many it is not known: more are held than are looked up. */
  unseen: number;
}

/** How many of a sample were looked at again. */
export const lookedAt = ({ good, bad }: Sample): number => good + bad;

const reasonOf = ({ site, station, equipment, characteristic, rule }: Row) =>
  JSON.stringify([site, station, equipment, characteristic, rule]);

/**
 * The samples of why chosen rows are held, over all that is held for it: were only those counted that are chosen, leaving out the bad ones
 * would prove the rest good. The largest sample comes first. Holds of which nothing is known, that are on no single item, or that name no
 * station where to look again, are in none.
 */
export function samplesOf(chosen: readonly Row[], others: readonly Row[]): Sample[] {
  const single = (row: Row) => row.held !== null && row.held.state !== 'several' && row.station !== '';
  const reasons = new Map(chosen.filter(single).map((row) => [reasonOf(row), row]));
  const all = [...chosen, ...others].filter(single);
  const samples = [...reasons].map(([reason, { shown, held }]) => {
    const rows = all.filter((row) => reasonOf(row) === reason);
    const items = [...new Set(rows.map((row) => row.target?.id))].map((id) =>
      rows.filter((row) => row.target?.id === id)
    );
    const came = (inspected: string) => (of: Row[]) => of.some((row) => row.held?.inspected === inspected);
    const bad = items.filter(came('nok'));
    return {
      reason: [shown.station, shown.equipment, shown.characteristic, shown.rule].filter(Boolean).join(' · '),
      items: items.length,
      good: items.filter((of) => came('ok')(of) && !came('nok')(of)).length,
      bad: bad.length,
      against: held?.against ?? 0,
      unseen: items.filter((of) => of.every((row) => row.held?.state === 'not-looked-up')).length,
    };
  });
  const lots = chosen.flatMap((row) => {
    const { held, target, shown } = row;
    const reason = [target?.id, shown.station].join(' · ');
    return held?.sample && held.sample.good + held.sample.bad > 0
      ? [{ reason, items: null, ...held.sample, against: 0, unseen: 0 }]
      : [];
  });
  return [...samples, ...lots].sort((a, b) => lookedAt(b) - lookedAt(a));
}
