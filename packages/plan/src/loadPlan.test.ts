import { loadPlan } from './loadPlan';

const plan = loadPlan();

test('the plan of this checkout holds 21 stations and 46 characteristics', () => {
  expect(plan.stations).toHaveLength(21);
  expect(plan.stations.flatMap((station) => station.characteristics)).toHaveLength(46);
});

test('every line of every site has equipment for every station', () => {
  const places = new Set(plan.equipment.map(({ site, line, station }) => `${site}/${line}/${station}`));
  const expected = plan.sites.flatMap((site) =>
    site.lines.flatMap((line) => plan.stations.map((station) => `${site.id}/${line}/${station.id}`))
  );
  expect([...places].sort()).toEqual(expected.sort());
});

test('every characteristic tells in English and German what to do', () => {
  const silent = plan.stations
    .flatMap((station) => station.characteristics)
    .filter(({ reaction }) => !reaction.text['en'] || !reaction.text['de']);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('a plan that cannot be read is named together with the reason', () => {
  expect(() => loadPlan('/nowhere/plan.yaml')).toThrow('The plan /nowhere/plan.yaml cannot be read (ENOENT)');
});
