import { randomUUID } from 'node:crypto';
import { grafanaAccess } from '../alerts/grafana';
import { type Command, UsageError } from '../command';
import { readMoment, readOptions } from '../readOptions';
import { sayEvent } from './sayEvent';

const text = { type: 'string' } as const;
const options = {
  grafana: { type: 'string', default: 'http://127.0.0.1:3000' },
  datasource: { type: 'string', default: 'cellthread' },
  site: text,
  target: text,
  station: text,
  equipment: text,
  position: text,
  characteristic: text,
  answers: { type: 'string', multiple: true },
  'answers-of': text,
  text,
  for: text,
  from: text,
  to: text,
  reference: text,
  key: text,
} as const;

const moment = (option: string, given: string | undefined) =>
  given === undefined ? undefined : readMoment(option, given);

/** `cell:C-1` as what an event is about. */
function target(given: string | undefined): { target_type?: string; target_id?: string } {
  const [, type, id] = /^([^:]+):(.+)$/.exec(given ?? '') ?? [];
  if (given !== undefined && (!type || !id)) {
    throw new UsageError(
      `--target "${given}" names nothing: write for example cell:C-1, lot:EL-2291, equipment:filler-02.`
    );
  }
  return { target_type: type, target_id: id };
}

export const event: Command = {
  name: 'event',
  about: 'stores a note, a hold or a decision through Grafana, as the owner of a token',
  usage: [
    'cellthread event KIND --site SITE --target TYPE:ID --text WHY [options]',
    '',
    'KIND is note, hold, release, rework, scrap, use-as-is, downgrade, inspect, acknowledge, cause, action or void. A service account',
    'may note and hold.',
    '--grafana URL             default http://127.0.0.1:3000; its token is in the variable CELLTHREAD_GRAFANA_TOKEN',
    '--datasource UID          default cellthread',
    '--site SITE               may be left out where the data source has one',
    '--target TYPE:ID          cell:…, tray:…, lot:…, roll:…, equipment:…, station:…',
    '--text WHY                in a sentence',
    '--answers HOLD            a hold that is answered (repeatable)',
    '--answers-of ID          what these holds are on, where it is another than the target: the lot of a cell',
    '--for WHAT                of a hold: hold, inspect or rework',
    '--from MOMENT, --to MOMENT, --station, --equipment, --position, --characteristic, --reference   what narrows it',
    '--key KEY                 what was sent under it before is not stored again (default: a new one)',
  ],
  async run(args, output) {
    const { values, positionals } = readOptions(args, options, 1);
    const [kind] = positionals;
    if (!kind) {
      throw new UsageError('KIND is missing: say what is to be stored, for example hold.');
    }
    const access = grafanaAccess(values.grafana, process.env, 'Editor');
    const { status, answer } = await sayEvent(access, values.datasource, {
      key: values.key ?? randomUUID(),
      kind,
      site: values.site,
      ...target(values.target),
      station: values.station,
      equipment: values.equipment,
      position: values.position,
      characteristic: values.characteristic,
      answers: values.answers,
      answers_of: values['answers-of'],
      text: values.text,
      disposition: values.for,
      from_ms: moment('from', values.from),
      to_ms: moment('to', values.to),
      reference: values.reference,
    });
    if (!answer.event) {
      output.err(answer.message ?? `Grafana answered ${status} without a reason.`);
      return 1;
    }
    output.out(JSON.stringify(answer.event));
    answer.notices?.forEach((notice) => output.err(notice));
    return 0;
  },
};
