import { type Benchmark } from '../Benchmark';
import { ROUNDS } from '../stats/fastest';
import { allocationFigures } from '../stats/figures/allocationFigures';
import { bundleFigures } from '../stats/figures/bundleFigures';
import { chartFigures } from '../stats/figures/chartFigures';
import { corpusFigures } from '../stats/figures/corpusFigures';
import { momentFigures } from '../stats/figures/momentFigures';

/** Truth, time, memory and size of the statistics package. */
export const statistics: Benchmark = {
  id: 'statistics',
  title: 'Corpus, time, allocations and size of the statistics',
  minutes: 3,
  async run(note) {
    note('corpus');
    const corpus = await corpusFigures();
    note('charts');
    const charts = await chartFigures();
    note('moments');
    const moments = momentFigures();
    note('allocations');
    const allocations = await allocationFigures();
    note('bundles');
    const bundles = await bundleFigures();
    return {
      figures: [...corpus, ...charts, ...moments, ...allocations, ...bundles],
      remarks: [
        `Times: the fastest of ${ROUNDS} in Node, garbage collected before each.`,
        'Corpus: all cases through both commands, `--lines`.',
        'qcc’s published form: limits from the mean range of pairs, rules as vectors compared and run lengths of signs (`bench/src/stats/qccForm.ts`), the same language and machine; R itself was not run. Ours draws the moving ranges too.',
        'Objects a value: heap that 300,000 values leave, garbage included, in a process of its own that collects none meanwhile, once V8 has compiled the code (its interpreter boxes every double). Data without a signal, for a signal is an object. Typed arrays are points, centre, σ and limits.',
        'Mean and variance: ours counts and skips missing values and corrects the mean for rounding (two passes); the quantile sorts a copy without missing values, theirs select.',
        'Bundles by esbuild; the names are read from the sources of panels, `panelkit` and `chart`; licence texts go into a file of their own, as in the plugins.',
      ],
    };
  },
};
