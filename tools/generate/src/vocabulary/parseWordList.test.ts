import { parseWordList } from './parseWordList';

const list = {
  about: 'What happens.',
  facts: { name: 'as people read it' },
  sets: { freeing_events: 'they free', holding_events: 'they hold' },
  words: {
    hold: { name: 'Hold', in: ['holding'] },
    release: { name: 'Release', means: 'it goes on', in: ['freeing'] },
  },
};
const parsed = (change: object) => parseWordList('events.yaml', 'event_kinds', { ...list, ...change });

test('a word stands in the sets whose names its parts tell apart, in the order of the list', () => {
  expect(parsed({}).sets.map(({ name, ids }) => [name, ids])).toEqual([
    ['freeing_events', ['release']],
    ['holding_events', ['hold']],
  ]);
});

test('a plain list is words without facts', () => {
  const { words } = parsed({ facts: undefined, sets: undefined, words: ['a', 'b'] });
  expect(words).toEqual([
    { id: 'a', facts: {} },
    { id: 'b', facts: {} },
  ]);
});

test.each([
  [
    { words: { hold: { name: 'Hold', in: ['events'] } } },
    'hold is in "events"; the sets are freeing_events, holding_events',
  ],
  [{ words: { hold: { in: ['holding'] } } }, 'hold lacks "name"'],
  [{ words: { hold: { name: 'Hold', says: 'x' } } }, 'hold says "says"; a word has means, in, name'],
  [{ words: { hold: { name: 'Hold', in: ['holding'] } } }, 'no word is in freeing_events'],
])('%j is refused by file, list and word', (change, wrong) => {
  expect(() => parsed(change)).toThrow(`events.yaml, event_kinds: ${wrong}`);
});
