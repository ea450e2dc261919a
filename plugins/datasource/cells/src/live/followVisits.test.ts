import {
  createDataFrame,
  dateTime,
  FieldType,
  LoadingState,
  type DataFrame,
  type DataQueryResponse,
} from '@grafana/data';
import { of, Subject, throwError } from 'rxjs';
import type { VisitsQuery } from '../kinds/visits/VisitsQuery';
import { endsNow, followVisits, RETRY_MS } from './followVisits';
import { Reconnected, type Heard } from './visitStream';

const MINUTE = 60_000;
const visits = (...rows: Array<[minute: number, cell: string, visit: string, mass: number | null]>): DataFrame =>
  createDataFrame({
    refId: 'A',
    name: 'visits',
    fields: [
      { name: 'time', type: FieldType.time, values: rows.map(([minute]) => minute * MINUTE) },
      { name: 'cell_id', type: FieldType.string, values: rows.map(([, cell]) => cell) },
      { name: 'visit', type: FieldType.string, values: rows.map(([, , visit]) => visit) },
      { name: 'fill_mass', type: FieldType.number, values: rows.map(([, , , mass]) => mass) },
    ],
  });
const valuesOf = ({ data }: DataQueryResponse, name: string) =>
  (data[0] as DataFrame).fields.find((field) => field.name === name)?.values;
const cellsOf = (response: DataQueryResponse) => valuesOf(response, 'cell_id')?.map(String);
const massOf = (response: DataQueryResponse) => valuesOf(response, 'fill_mass');
const range = { from: dateTime(0), to: dateTime(10 * MINUTE), raw: { from: 'now-10m', to: 'now' } };
const query: VisitsQuery = { refId: 'A', queryType: 'visits', visits: 'first' };
const limits = createDataFrame({
  refId: 'A',
  name: 'limits',
  fields: [{ name: 'to', type: FieldType.time, values: [4 * MINUTE, 10 * MINUTE] }],
});
const answer: DataQueryResponse = { data: [visits([1, 'c1', '1', 800], [5, 'c2', '1', 801]), limits] };

/** The answers given while these frames arrive at this minute. */
function follow(frames: DataFrame[], minute = 10, asked = query): DataQueryResponse[] {
  const channel = new Subject<Heard>();
  const answers: DataQueryResponse[] = [];
  followVisits(
    answer,
    [asked],
    range,
    () => channel,
    () => minute * MINUTE
  ).subscribe((one) => answers.push(one));
  frames.forEach((frame) => channel.next({ visits: frame }));
  return answers;
}
const last = (answers: DataQueryResponse[]) => answers.at(-1) as DataQueryResponse;

describe('live visits', () => {
  it('come behind those of the answer, in frames that panels see as new', () => {
    const answers = follow([visits([9, 'c3', '1', 799]), visits([10, 'c4', '1', null])]);
    expect(answers.map(cellsOf)).toEqual([
      ['c1', 'c2'],
      ['c1', 'c2', 'c3'],
      ['c1', 'c2', 'c3', 'c4'],
    ]);
    expect(massOf(last(answers))).toEqual([800, 801, 799, null]);
    expect(answers[2]?.data[0]).not.toBe(answers[1]?.data[0]);
  });

  it('that the answer has already are not doubled; a differing resend replaces', () => {
    expect(massOf(last(follow([visits([5, 'c2', '1', 777])])))).toEqual([800, 777]);
  });

  it('replace the earlier visit of a cell where the last one counts', () => {
    const answers = follow([visits([9, 'c1', '2', 795])], 10, { ...query, visits: 'last' });
    expect(cellsOf(last(answers))).toEqual(['c2', 'c1']);
  });

  it('stand beside another pass of the same cell and visit', () => {
    expect(massOf(last(follow([visits([9, 'c2', '1', 702])])))).toEqual([800, 801, 702]);
    expect(massOf(last(follow([visits([9, 'c2', '1', 702])], 10, { ...query, visits: 'last' })))).toEqual([
      800, 801, 702,
    ]);
  });

  it('of a roll are stretches, none of which replaces another', () => {
    const stretches = visits([9, 'c2', '2', 190], [9.5, 'c2', '3', 191]);
    stretches.meta = { custom: { unit: 'stretch' } };
    expect(massOf(last(follow([stretches], 10, { ...query, visits: 'last' })))).toEqual([800, 801, 190, 191]);
  });

  it('move the window on', () => {
    expect(cellsOf(last(follow([visits([12, 'c3', '1', 799])], 12)))).toEqual(['c2', 'c3']);
  });

  it('have limits: a stretch in force at the end of the answer stays so, one that ended does not', () => {
    const ahead = 16; // a station whose clock runs four minutes ahead
    const [, grown] = last(follow([visits([ahead, 'c3', '1', 799])], 12)).data as DataFrame[];
    expect(grown?.fields[0]?.values[0]).toBe(4 * MINUTE);
    expect(grown?.fields[0]?.values[1]).toBeGreaterThan(ahead * MINUTE);
    expect(limits.fields[0]?.values).toEqual([4 * MINUTE, 10 * MINUTE]);
  });

  it('leave the answer standing while nothing is seen, say so, and are not called live', () => {
    const channel = new Subject<Heard>();
    const answers: DataQueryResponse[] = [];
    followVisits(
      answer,
      [query],
      range,
      () => channel,
      () => 10 * MINUTE
    ).subscribe((one) => answers.push(one));
    expect(last(answers).state).toBe(LoadingState.Streaming);
    channel.next({ trouble: 'no database' });
    expect(cellsOf(last(answers))).toEqual(['c1', 'c2']);
    expect(last(answers).state).toBe(LoadingState.Error);
    expect(last(answers).errors?.[0]?.message).toBe(
      'Live updates are interrupted: no database. New visits are not shown.'
    );
    channel.next({ trouble: undefined });
    channel.next({ trouble: undefined });
    expect(last(answers).state).toBe(LoadingState.Streaming);
    expect(last(answers).errors).toBeUndefined();
    expect(answers).toHaveLength(3);
  });

  it('of a channel that could not be opened are tried again, and missed ones are asked for', () => {
    jest.useFakeTimers();
    const channels = [throwError(() => new Error('refused')), of<Heard>({ trouble: undefined })];
    const answers: DataQueryResponse[] = [];
    const ends: unknown[] = [];
    followVisits(
      answer,
      [query],
      range,
      () => channels.shift() ?? of(),
      () => 0
    ).subscribe({ next: (one) => answers.push(one), error: (error) => ends.push(error) });
    expect(last(answers).errors?.[0]?.message).toContain('refused');
    jest.advanceTimersByTime(RETRY_MS);
    expect(ends[0]).toBeInstanceOf(Reconnected);
    jest.useRealTimers();
  });

  it('of another query change nothing', () => {
    const other = { ...query, refId: 'B' };
    const answers: DataQueryResponse[] = [];
    followVisits(
      answer,
      [other],
      range,
      () => of({ visits: visits([9, 'c9', '1', 1]) }),
      () => 0
    ).subscribe((one) => answers.push(one));
    expect(cellsOf(last(answers))).toEqual(['c1', 'c2']);
  });

  it('are followed only in a window that ends now', () => {
    expect(endsNow(range)).toBe(true);
    expect(endsNow({ ...range, raw: { from: range.from, to: range.to } })).toBe(false);
  });
});
