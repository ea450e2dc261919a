import type { Plan } from '@cellthread/plan';
import { english } from './english';
import { german } from './german';
import type { Wording } from './Wording';

const wordings: Readonly<Record<Plan['language'], Wording>> = { en: english, de: german };

/** What people of this plant are told, in its language. */
export const wordingOf = ({ language }: Pick<Plan, 'language'>): Wording => wordings[language];
