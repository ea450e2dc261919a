import { type Spec } from '@cellthread/plan';

/**
 * What the size of an out-of-spec signal counts, as a tail of the number: the datasource's `Spec.Width`. Products whose specs
 * have other sides than the rest share a sentence.
 */
export function widthWords(specs: readonly Spec[]): string {
  const words = new Set(specs.filter(({ lsl, usl }) => lsl !== undefined || usl !== undefined).map(ofOne));
  return words.size === 1 ? [...words][0]! : ' of the measure of its spec';
}

function ofOne({ lsl, target, usl }: Spec): string {
  if (lsl !== undefined && usl !== undefined) {
    return ' of the spec’s width';
  }
  const limit = usl ?? lsl;
  if (target !== undefined && target !== limit) {
    return ' of twice the distance from target to limit';
  }
  return limit === 0 ? '' : ' of the limit’s size';
}
