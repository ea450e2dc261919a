import { cell, travelerFrames } from '../testing/travelerFrames';
import { genealogyTree, type TreeNode } from './genealogyTree';
import { readTraveler } from './readTraveler';
import { type Edge, type Traveler } from './Traveler';

const { genealogy } = readTraveler(travelerFrames()) as Traveler;
const text = (node: TreeNode, depth = 0): string =>
  [`${'  '.repeat(depth)}${node.type} ${node.id}`, ...node.children.map((c) => text(c, depth + 1))].join('\n');

test('the cell is the root, what it was made with stands before what carried it', () => {
  expect(text(genealogyTree(genealogy, cell)!)).toBe(
    [`cell ${cell}`, '  electrolyte EL-2291', '  anode_roll AR-118', '    anode_slurry AS-0071', '  tray TRAY-1'].join(
      '\n'
    )
  );
});

test('without a known cell the item that nothing was made from is the root', () => {
  expect(genealogyTree(genealogy, '')!.id).toBe(cell);
});

test('a loop in the data ends', () => {
  const edge = (childId: string, parentId: string) =>
    ({ childId, parentId, relation: 'contains', childType: '', parentType: '' }) as Edge;
  expect(text(genealogyTree([edge('a', 'b'), edge('b', 'a')], 'a')!).split('\n')).toHaveLength(3);
});

test('no edges, no tree', () => {
  expect(genealogyTree([], cell)).toBeNull();
});
