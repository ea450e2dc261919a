import { iMrWithin } from './iMrWithin';

/** I-MR-S: as I-MR-R, with the standard deviation in place of the range; for subgroups above about 8. */
export const iMrS = iMrWithin('i-mr-s', 'I-MR-S', 's', [
  's-bar',
  'pooled',
  'r-bar',
  's-bar-plain',
  'pooled-plain',
  'r-bar-plain',
]);
