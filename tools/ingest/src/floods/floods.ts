import { record, topicOf } from '../plant/record';

/** A message that costs as much as its topic lets it. */
export interface Flood {
  what: string;
  topic: string;
  payload: string;
}

const KB = 1000;
const place = 'umh/v1/acme/de1/assembly/l1/filling-01';
const alerts = 'umh/v1/acme/_alert/grafana';

const repeat = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length));
const many = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join(',');
const names = (count: number, value = '1') => `{${many(count, (i) => `"name_${i}":${value}`)}}`;

/** The worst messages of each topic that were found, those of public reports and of attacks tried before among them. */
export const floods = (now: number): Flood[] => {
  const result = (more: string) =>
    `{"cell_id":"FLOOD","timestamp_ms":${now},"visit":1,"verdict":"ok","product":"lfp-202",${more}}`;
  const body = (more: string) => `{"timestamp_ms":${now},${more}}`;
  const alertLine = (cell: string, more = '') =>
    `{"kind":"out-of-spec","cell_id":"${cell}","visit":"1","pass":"${now}","site":"de1","line":"line-1",` +
    `"station":"filling","equipment":"filler-01","position":"nozzle-4","characteristic":"fill_mass",` +
    `"rule":"below-lsl","at":"${new Date(now).toISOString()}"${more}}\n`;
  return [
    ['4 000 invented value names', `${place}/_cellresult/filling`, result(`"values":${names(4000)}`)],
    ['256 invented value names', `${place}/_cellresult/filling`, result(`"values":${names(256)}`)],
    ['2 000 invented materials', `${place}/_cellresult/filling`, result(`"lots":${names(2000, '"L-1"')}`)],
    [
      'nested lists as cell_id',
      `${place}/_cellresult/filling`,
      `{"cell_id":${'['.repeat(31 * KB)}${']'.repeat(31 * KB)}}`,
    ],
    ['64 nested lists as cell_id', `${place}/_cellresult/filling`, `{"cell_id":${'['.repeat(63)}${']'.repeat(63)}}`],
    ['brackets without end', `${place}/_cellresult/filling`, '['.repeat(64 * KB)],
    [
      'a number of 60 000 digits',
      `${place}/_cellresult/filling`,
      result(`"values":{"fill_mass":${'9'.repeat(60 * KB)}}`),
    ],
    ['a text of escapes', `${place}/_cellresult/filling`, `{"cell_id":"${repeat('\\u00e9\\"', 60 * KB)}"}`],
    ['many names at once', `${place}/_cellresult/filling`, `{${repeat('"a":1,', 60 * KB)}"cell_id":7}`],
    ['a megabyte of note', `${place}/_cellresult/filling`, `{"note":"${'n'.repeat(1000 * KB)}"}`],
    ['12 000 answers', `${place}/_event/release`, body(`"item_id":"C","answers":[${many(12_000, () => '"H"')}]`)],
    [
      'long texts',
      `${place}/_event/note`,
      body(`"item_id":"C",${many(3, (i) => `"${['text', 'author', 'approver'][i]}":"${'t'.repeat(16 * KB)}"`)}`),
    ],
    ['4 000 invented quantities', `${place}/_environment/dry-room`, body(`"values":${names(4000)}`)],
    ['4 000 invented signals', `${place}/_state/equipment`, body(`"state":"running","values":${names(4000)}`)],
    [
      'a long unit',
      `${place}/_genealogy/contains`,
      body(`"child_id":"A","parent_id":"B","unit":"${'u'.repeat(60 * KB)}"`),
    ],
    ['a megabyte of nested brackets', alerts, `{"cell_id":${'['.repeat(500 * KB)}${']'.repeat(500 * KB)}}`],
    ['a megabyte of open brackets', alerts, '['.repeat(1000 * KB)],
    ['349 000 objects', alerts, '{}\n'.repeat(349 * KB)],
    ['a million line ends', alerts, '\n'.repeat(1000 * KB)],
    ['512 lines of nested brackets', alerts, `{"cell_id":${'['.repeat(1000)}${']'.repeat(1000)}}\n`.repeat(500)],
    ['512 lines of 2 000 names', alerts, `{${repeat('"a":1,', 2000)}"b":1}\n`.repeat(512)],
    ['501 firing cells', alerts, Array.from({ length: 501 }, (_, i) => alertLine(`CELL-${i}`)).join('')],
    [
      '400 firing cells with long texts',
      alerts,
      Array.from({ length: 400 }, (_, i) => alertLine(`CELL-${i}`, `,"text":"${'t'.repeat(2100)}"`)).join(''),
    ],
  ].map(([what = '', topic = '', payload = '']) => ({ what, topic, payload }));
};

/** 20 messages of 60 kB, each with 4 000 names of its own. */
export const inventedNames = (cell: (i: number) => string, sourceMs: number): Flood[] =>
  Array.from({ length: 20 }, (_, i) => ({
    what: 'invented names',
    topic: topicOf('filling-01'),
    payload: record(cell(i), sourceMs + i, {
      values: Object.fromEntries([['fill_mass', 799.8], ...Array.from({ length: 3600 }, (_, k) => [`n${i}_${k}`, k])]),
    }),
  }));
