/** Whom the plan routes what is wrong to. */
export const routes = ['quality', 'maintenance', 'engineering'] as const;
