import { type Annotation } from '@cellthread/chart';
import { type DataFrame, type GrafanaTheme2 } from '@grafana/data';
import { textColumn } from '../frames/textColumn';

/** Characters of an annotation that the chart shows; the rest is read where it comes from. */
const longest = 32;

/** The dashboard's annotations as the host hands them over: frames with time, timeEnd, title, text and color. */
export function readAnnotations(frames: readonly DataFrame[] | undefined, theme: GrafanaTheme2): Annotation[] {
  return (frames ?? []).flatMap((frame) => {
    const field = (name: string) => frame.fields.find((f) => f.name === name);
    const [title, text, color] = ['title', 'text', 'color'].map((name) => textColumn(field(name)));
    const number = (name: string, row: number) => {
      const v: unknown = field(name)?.values[row];
      return typeof v === 'number' && Number.isFinite(v) ? v : null;
    };
    return Array.from({ length: frame.length }, (_, row) => row).flatMap((row) => {
      const from = number('time', row);
      return from === null
        ? []
        : [
            {
              from,
              to: number('timeEnd', row),
              text: shortened(plain(title!(row) || text!(row))),
              color: theme.visualization.getColorByName(color!(row) || 'purple'),
            },
          ];
    });
  });
}

/** Texts of annotations may be HTML. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
