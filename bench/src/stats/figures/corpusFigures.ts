import { type Figure } from '../../Benchmark';
import { corpusPasses } from '../corpusPasses';

/** Size of the corpus and what each language's command passes of it. */
export async function corpusFigures(): Promise<Figure[]> {
  const { cases, figures, typescript, go } = await corpusPasses();
  const what = `corpus: ${cases} cases with ${figures.toLocaleString('en')} figures, passed by`;
  return [
    { what: `${what} TypeScript`, measured: String(typescript), against: String(cases), met: typescript === cases },
    { what: `${what} Go`, measured: String(go), against: String(cases), met: go === cases },
  ];
}
