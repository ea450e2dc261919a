/** What is said of proposed changes of limits and of the plan. */
export interface ChangeWords {
  nowhere: string;
  nothing: string;
  proposed: (by: string, moment: string) => string;
  approved: (by: string) => string;
  nobodyApproved: string;
  withdrawn: string;
  stale: (why: string) => string;
  why: string;
  approve: string;
  reject: string;
}
