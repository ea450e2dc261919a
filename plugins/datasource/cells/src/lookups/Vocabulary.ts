/** The words that queries may use, as the backend lists them. */
export interface Vocabulary {
  queryTypes: Array<{ name: string; alertable: boolean }>;
  visits: string[];
  operators: string[];
  include: string[];
  signalKinds: string[];
  states: string[];
  runTypes: string[];
  eventKinds: string[];
  eventStates: string[];
}
