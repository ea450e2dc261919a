import type { Plan } from '@cellthread/plan';
import type { DashboardWords } from './DashboardWords';
import { english } from './english';
import { german } from './german';

const words: Readonly<Record<Plan['language'], DashboardWords>> = { en: english, de: german };

/** What dashboards of this plan say, in its language. */
export const dashboardWords = ({ language }: Pick<Plan, 'language'>): DashboardWords => words[language];
