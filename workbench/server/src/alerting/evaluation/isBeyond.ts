import type { Threshold } from '../rules/AlertRule';

/** Whether a number meets a threshold. */
export function isBeyond(value: number, { type, params }: Pick<Threshold, 'type' | 'params'>): boolean {
  const [a = Number.NaN, b = Number.NaN] = params;
  switch (type) {
    case 'gt':
      return value > a;
    case 'lt':
      return value < a;
    case 'eq':
      return value === a;
    case 'ne':
      return value !== a;
    case 'gte':
      return value >= a;
    case 'lte':
      return value <= a;
    case 'within_range':
      return value > a && value < b;
    case 'outside_range':
      return value < a || value > b;
    case 'within_range_included':
      return value >= a && value <= b;
    case 'outside_range_included':
      return value <= a || value >= b;
  }
}
