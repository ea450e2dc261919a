import { drawChart, normals, random } from '@cellthread/stats';
import { type Figure } from '../../Benchmark';
import { goBench } from '../../goBench';
import { duration } from '../../quantiles';
import { fastest } from '../fastest';
import { qccForm } from '../qccForm';

const LARGEST = 1_000_000;
/** Between 10⁵ and 10⁶ points the time a point may grow by this much and still be called linear. */
const LINEAR = 1.5;

/** Time of I-MR with all rules from 10³ to 10⁶ points, and with the published form's two rules beside that form. */
export async function chartFigures(): Promise<Figure[]> {
  const draw = normals(random(1));
  const figures: Figure[] = [];
  const each = new Map<number, number>();
  for (let n = 1000; n <= LARGEST; n *= 10) {
    const values = Float64Array.from({ length: n }, draw);
    const list = [...values];
    const all = fastest(() => drawChart('i-mr', { data: { values }, rules: ['nelson'] }));
    const two = fastest(() => drawChart('i-mr', { data: { values }, rules: ['AIAG1', 'AIAG2'] }));
    const published = fastest(() => qccForm(list));
    each.set(n, all / n);
    const points = `${n.toLocaleString('en')} points`;
    figures.push(
      { what: `${points}: I-MR with limits and all eight Nelson rules`, measured: perPoint(all, n) },
      {
        what: `${points}: I-MR, beyond limits and seven on a side`,
        measured: perPoint(two, n),
        against: `qcc’s published form: ${perPoint(published, n)}`,
        met: two <= published,
      }
    );
  }
  const growth = each.get(LARGEST)! / each.get(LARGEST / 10)!;
  figures.push({
    what: 'time a point at a million against a hundred thousand',
    measured: `${growth.toFixed(2)} ×`,
    against: `linear: ≤ ${LINEAR} ×`,
    met: growth <= LINEAR,
  });
  const go = (await goBench('spc', 'IMRAndAllRules$', { times: '20x' })).IMRAndAllRules!;
  figures.push({
    what: '100,000 points in Go: I-MR and all eight Nelson rules',
    measured: `${perPoint(go['ns/op']! / 1e6, 100_000)}, ${(go['B/op']! / 100_000).toFixed(0)} bytes a point in ${go['allocs/op']} allocations`,
  });
  return figures;
}

const perPoint = (ms: number, n: number) => `${duration(ms)}, ${((ms * 1e6) / n).toFixed(0)} ns a point`;
