/** What of a file could not be stored. */
export interface Refusal {
  file: string;
  problem: string;
  /** The text that was not understood. */
  shown: string;
}

const most = { detail: 4000, payload: 4000, topic: 1000 } as const;

function quoted(text: string, length: number): string {
  // An export may hold any byte; a line break would end the row.
  const plain = text.slice(0, length).replace(/[\u0000-\u001f\u007f]/g, ' ');
  return `"${plain.replace(/[\\"]/g, '\\$&')}"`;
}

/** Line protocol of a row of `rejected`; `at_ns` must be another for every row. */
export function rejectedLine({ file, problem, shown }: Refusal, at_ns: bigint): string {
  const fields = [
    `detail=${quoted(`${file}: ${problem}`, most.detail)}`,
    `payload=${quoted(shown, most.payload)}`,
    `topic=${quoted(`cyclers/${file}`, most.topic)}`,
    `truncated=${shown.length > most.payload}`,
  ];
  return `rejected,reason=cycler,site=unknown ${fields.join(',')} ${at_ns}`;
}
