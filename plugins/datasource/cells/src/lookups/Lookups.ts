import type { TimeRange } from '@grafana/data';
import type { Option } from './Option';
import { scopeParams, type Scope } from './scopeParams';
import type { Vocabulary } from './Vocabulary';

export interface CellSearch {
  valid: boolean;
  message?: string;
  cells: Option[];
}

type Get = <T>(path: string, params?: Record<string, string>) => Promise<T>;

/** How long an answer is used again: several fields of one editor ask the same. */
const KEEP_MS = 30_000;

/** The backend's resource calls that list what can be chosen. */
export class Lookups {
  private readonly kept = new Map<string, { until: number; answer: Promise<unknown> }>();

  constructor(
    private readonly get: Get,
    private readonly replace: (text: string, format: string) => string
  ) {}

  list(route: string, scope: Scope, range?: TimeRange): Promise<Option[]> {
    const span: Record<string, string> = range
      ? { from: String(range.from.valueOf()), to: String(range.to.valueOf()) }
      : {};
    return this.ask<Option[]>(route, { ...scopeParams(scope, this.replace), ...span });
  }

  searchCells(prefix: string): Promise<CellSearch> {
    return this.ask<CellSearch>('cells', { prefix });
  }

  vocabulary(): Promise<Vocabulary> {
    return this.ask<Vocabulary>('vocabulary', {});
  }

  private ask<T>(route: string, params: Record<string, string>): Promise<T> {
    const key = JSON.stringify([route, params]);
    const kept = this.kept.get(key);
    if (kept && kept.until > Date.now()) {
      return kept.answer as Promise<T>;
    }
    const answer = this.get<T>(route, params);
    this.kept.set(key, { until: Date.now() + KEEP_MS, answer });
    answer.catch(() => this.kept.delete(key));
    return answer;
  }
}
