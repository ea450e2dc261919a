import { type Characteristic, type Plan } from '@cellthread/plan';
import { literal } from '../texts';
import { wordingOf } from '../wording/wordings';

/** The reaction that the plan wants for all of these; where it wants several, who says which: a rule does not know of what it tells. */
export function doneAbout({ language }: Pick<Plan, 'language'>, characteristics: readonly Characteristic[]): string {
  const [one, ...others] = new Set(
    characteristics.map(({ reaction: { text } }) => text[language] ?? Object.values(text)[0])
  );
  const say = wordingOf({ language });
  return others.length > 0 ? say.reactions : one === undefined ? say.noReaction : literal(one);
}
