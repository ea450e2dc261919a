/** Where the host and the hosted plugin report: a level (`debug`, `info`, `warn`, `error`), a sentence, details. */
export type Log = (level: string, message: string, fields?: Record<string, unknown>) => void;
