import type { Plan } from './types';

/** An id and what people read in its place. */
export interface Named {
  id: string;
  name: string;
}

/** Lines of some sites that have a name. */
export const namedLines = ({ sites }: Pick<Plan, 'sites'>): Named[] =>
  unambiguous(sites.flatMap(({ line_names }) => Object.entries(line_names).map(([id, name]) => ({ id, name }))));

/** Machines that have a name. */
export const namedEquipment = ({ equipment }: Pick<Plan, 'equipment'>): Named[] =>
  unambiguous(equipment).filter(({ id, name }) => name !== id);

/** Each id once; one that is called differently at two sites keeps its id, where nothing says which is meant. */
function unambiguous(all: readonly Named[]): Named[] {
  const names = new Map<string, Set<string>>();
  all.forEach(({ id, name }) => names.set(id, (names.get(id) ?? new Set()).add(name)));
  return [...names].flatMap(([id, [name, ...others]]) =>
    name === undefined || others.length > 0 ? [] : [{ id, name }]
  );
}

/** A name without what stands in brackets, behind a comma or an equals sign: how it is measured, not what it is. */
export const shortName = ({ name }: { name: string }): string => name.replace(/\s*[(,=].*$/, '');
