/** Reasons for which a visit takes no part in the statistics. */
export type Exclusion = 'superseded' | 'run-type' | 'skipped' | 'repeat-visit';

/** Which visits are shown and not counted. */
export interface ExclusionOptions {
  exclude: Exclusion[];
  /** Run types that count. */
  runTypes: string[];
}

export const exclusionDefaults: ExclusionOptions = {
  exclude: ['superseded', 'run-type', 'skipped', 'repeat-visit'],
  runTypes: ['production'],
};
