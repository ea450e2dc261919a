import { type Draw } from './Draw';

export type Values = Array<number | null>;

function poisson(draw: Draw, mean: number): number {
  let count = 0;
  for (let product = draw.uniform(); product > Math.exp(-mean); count++) {
    product *= draw.uniform();
  }
  return count;
}

/** How long a sample is: mostly a chart's worth, sometimes next to nothing. */
export function sampleSize(draw: Draw): number {
  return draw.chance(0.08) ? draw.whole(0, 3) : draw.whole(4, draw.chance(0.1) ? 400 : 70);
}

/** A sample of measured values: any centre and spread, rounded or not, with steps, outliers, ties and missing ones. */
export function measuredValues(draw: Draw, count: number): Values {
  const sigma = Math.pow(10, draw.between(-3, 2));
  const centre = draw.pick([0, 1, 10, -5, 1000, 1e6]) * draw.between(0.5, 1.5) * Math.max(1, sigma);
  const step = draw.chance(0.5) ? sigma * draw.pick([0.1, 0.5, 2]) : 0;
  const shift = draw.chance(0.3) ? draw.normal(0, 2) * sigma : 0;
  const holes = draw.chance(0.4) ? 0.1 : 0;
  const equal = draw.chance(0.03);
  return Array.from({ length: count }, (_, i) => {
    const x = draw.normal(centre + (i > count * 0.6 ? shift : 0), sigma * (draw.chance(0.03) ? 6 : 1));
    if (draw.chance(holes)) {
      return null;
    }
    return equal ? centre : step > 0 ? Math.round(x / step) * step : x;
  });
}

/** Positive values, for rare events and distributions. */
export function positiveValues(draw: Draw, count: number): Values {
  const mean = Math.pow(10, draw.between(-1, 3));
  return Array.from({ length: count }, () => (draw.chance(0.03) ? null : -mean * Math.log(1 - draw.uniform())));
}

/** Counts with the units inspected, for attribute charts. */
export function inspectedCounts(draw: Draw, count: number): { values: Values; sizes: number[] } {
  const most = draw.pick([20, 200, 5000]);
  const sizes = Array.from({ length: count }, () => (draw.chance(0.02) ? 0 : draw.whole(1, most)));
  const rate = draw.between(0, 0.3);
  const values = sizes.map((n) => (draw.chance(0.03) ? null : Math.min(n, poisson(draw, Math.min(30, n * rate)))));
  return { values, sizes };
}

/** Values cut to subgroups. */
export function subgroupsOf(draw: Draw, values: Values): Values[] {
  const size = draw.chance(0.2) ? draw.whole(9, 14) : draw.whole(1, 8);
  const even = draw.chance(0.6);
  const groups: Values[] = [];
  for (let at = 0; at < values.length;) {
    const n = even ? size : draw.whole(draw.chance(0.1) ? 0 : 1, size);
    groups.push(values.slice(at, at + n));
    at += n;
  }
  return groups;
}

/** Values far from 0 and close together: readings on a large offset, Unix times, numbers that differ in their last digits. */
export function closeValues(draw: Draw, count: number): Values {
  const centre = draw.pick([1e5, 1e9, 1764329400, 1764329400000, 1e-50, 1e90]) * draw.between(1, 2);
  const step = centre * Math.pow(10, -draw.between(2, 13));
  return Array.from({ length: count }, () => centre + step * draw.whole(0, 40));
}

/** Values over many decades, with a 0 or a negative one now and then. */
export function scatteredValues(draw: Draw, count: number): Values {
  const reach = draw.pick([3, 20, 95]);
  return Array.from({ length: count }, () =>
    draw.chance(0.02) ? draw.pick([0, -1]) : Math.pow(10, draw.between(-reach, reach))
  );
}
