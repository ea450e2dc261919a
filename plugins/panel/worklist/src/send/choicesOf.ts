import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { type ChoiceList } from '../actions/actions';

/** What people choose from, as the plan says it for a station. */
export interface Choice {
  value: string;
  station: string;
  label: string;
  /** By language. */
  texts?: Readonly<Record<string, string>>;
}

/** The causes or actions of the plan, of the stations that are named. */
export async function choicesOf(uid: string, list: ChoiceList, stations: readonly string[]): Promise<Choice[]> {
  const params = new URLSearchParams(stations.map((station) => ['station', station]));
  const url = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/${list}?${params.toString()}`;
  const answer = getBackendSrv().fetch<Choice[]>({ url, showErrorAlert: false, showSuccessAlert: false });
  return (await lastValueFrom(answer)).data;
}

/** Those that every station has, as they are said in a language. */
export function common(choices: readonly Choice[], stations: readonly string[], language: string): Choice[] {
  const [first, ...others] = stations;
  const has = (station: string, value: string) =>
    choices.some((choice) => choice.station === station && choice.value === value);
  return choices
    .filter(({ station, value }) => station === first && others.every((other) => has(other, value)))
    .map((choice) => ({ ...choice, label: choice.texts?.[language] ?? choice.label }));
}
