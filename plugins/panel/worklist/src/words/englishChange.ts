import { type ChangeWords } from './ChangeWords';

export const change: ChangeWords = {
  nowhere: 'Proposed changes cannot be read here',
  nothing: 'No change waits for approval',
  proposed: (by, moment) => `proposed by ${by} at ${moment}`,
  approved: (by) => `approved by ${by}; two persons approve, the last not the author`,
  nobodyApproved: 'nobody has approved it; two persons approve, the last not the author',
  withdrawn: 'withdrawn',
  stale: (why) => `It cannot be approved any more: ${why}. Propose anew.`,
  why: 'Why (a rejection needs it)',
  approve: 'Approve',
  reject: 'Reject',
};
