import { Field, Input } from '@grafana/ui';
import { type Words } from '../words/Words';

interface Props {
  value: string;
  by: readonly [least: number, most: number];
  missing: boolean;
  settled: boolean;
  words: Words['dialog'];
  onChange: (value: string) => void;
}

/** The number that a text is, where it lies within bounds and changes something. */
export function amountIn(text: string, [least, most]: readonly [number, number]): number | undefined {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && amount !== 0 && amount >= least && amount <= most ? amount : undefined;
}

/** By how much a value is to be set higher. */
export function AmountField({ value, by, missing, settled, words, onChange }: Props) {
  const within = words.amountWithin(by[0], by[1]);
  return (
    <Field label={words.amount} description={within} invalid={missing} error={missing ? within : undefined} required>
      <Input
        id="cellthread-worklist-amount"
        inputMode="decimal"
        value={value}
        readOnly={settled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
