import type { Plan } from '@cellthread/plan';

/** Something derived from the plan and committed. */
export interface Generator {
  id: string;
  /** Path below the checkout's root → text. Pure, but for templates of this checkout that it may read. */
  outputs(plan: Plan): Record<string, string>;
}
