import { type RuleShape } from './types';

/** Of what a point has its side: the centre, the point before, or both lines so many σ from the centre. */
export type InnerLine = 'centre' | 'before' | number;

/** What a test compares points with; the control limits need no memory, and so no track (`signalsBeyond`). */
export function lineOf(test: RuleShape): InnerLine | 'limits' {
  switch (test.shape) {
    case 'beyond-limits':
      return 'limits';
    case 'same-side':
      return 'centre';
    case 'trend':
    case 'alternating':
      return 'before';
    case 'k-of-n':
      return test.beyond;
    default:
      return test.z;
  }
}
