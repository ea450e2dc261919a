import type { DataFrame } from '@grafana/data';

/** One annotation: when (Unix ms; `to` equals `from` for a moment), its colour and words. */
export interface AnnotationRow {
  from: number;
  to: number;
  color: string;
  title: string;
  text: string;
  tags: string[];
}

/** The rows of a frame of annotations, as Grafana's annotation layer makes them. */
export function annotationRows(frame: DataFrame): AnnotationRow[] {
  const values = (name: string) => frame.fields.find((field) => field.name === name)?.values;
  const [time, timeEnd, color, title, text, tags] = ['time', 'timeEnd', 'color', 'title', 'text', 'tags'].map(values);
  return (time ?? []).map((from, i) => ({
    from,
    to: timeEnd?.[i] ?? from,
    color: color?.[i] || 'red',
    title: title?.[i] ?? '',
    text: text?.[i] ?? '',
    tags: tags?.[i] ?? [],
  }));
}
