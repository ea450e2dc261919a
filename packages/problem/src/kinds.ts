import { chartTypes } from '@cellthread/stats/charts/chartTypes';
import { answerChart } from './answerChart';
import { type Fields } from './fields';
import { analyses } from './analyses';

export interface ProblemKind {
  id: string;
  title: string;
  answer(fields: Fields): Record<string, unknown>;
}

/** Registry of what the command answers: every chart type, then the analyses. */
export const problemKinds: readonly ProblemKind[] = [
  ...chartTypes.map(({ id, title }) => ({ id, title, answer: (fields: Fields) => answerChart(id, fields) })),
  ...analyses,
];
