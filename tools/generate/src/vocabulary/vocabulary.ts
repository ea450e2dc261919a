import type { Generator } from '../generator';
import { vocabularyFiles } from './vocabularyFiles';

/** The words of all layers. They depend on no plan. */
export const vocabulary: Generator = { id: 'vocabulary', outputs: vocabularyFiles };
