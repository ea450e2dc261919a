import { relations } from '@cellthread/vocabulary';
import { type Edge } from './Traveler';

/** An item and what it was made from, carried by or built into. */
export interface TreeNode {
  id: string;
  type: string;
  /** The edge that leads here from the item above; `null` at the root. */
  edge: Edge | null;
  children: TreeNode[];
}

/** Order of relations under one item: what it consists of before where it lay. */
const order: readonly string[] = relations;

/**
 * The edges as a tree from the cell to its origins: every item below another is a parent of it. An item that was met on
 * the way already is not followed again, so that a loop in the data ends.
 *
 * @param root identifier of the cell; empty takes the item that is never a parent
 */
export function genealogyTree(edges: readonly Edge[], root: string): TreeNode | null {
  if (edges.length === 0) {
    return null;
  }
  const parents = new Map<string, Edge[]>();
  for (const edge of edges) {
    parents.set(edge.childId, [...(parents.get(edge.childId) ?? []), edge]);
  }
  const upper = new Set(edges.map((e) => e.parentId));
  const start = parents.has(root) ? root : (edges.find((e) => !upper.has(e.childId))?.childId ?? edges[0]!.childId);
  const grow = (id: string, type: string, edge: Edge | null, way: ReadonlySet<string>): TreeNode => ({
    id,
    type,
    edge,
    children: way.has(id)
      ? []
      : [...(parents.get(id) ?? [])]
          .sort(
            (a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || a.parentType.localeCompare(b.parentType)
          )
          .map((e) => grow(e.parentId, e.parentType, e, new Set([...way, id]))),
  });
  return grow(start, parents.get(start)?.[0]?.childType ?? '', null, new Set());
}
