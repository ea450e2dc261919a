import { alertUid } from './alertUid';

it('a short uid is what it names', () => {
  expect(alertUid('oos', 'filling')).toBe('cellthread-oos-filling');
});

it('the longest ids that a plan may have give uids that Grafana takes, each its own', () => {
  const ids = ['a', 'b'].map((end) => 'x'.repeat(62) + end);
  const uids = ids.flatMap((id) => ['oos', 'oos-open', 'ooc'].map((kind) => alertUid(kind, id, 'engineering')));
  expect(uids.filter((uid) => uid.length > 40)).toEqual([]);
  expect(new Set(uids).size).toBe(uids.length);
});

it('what Grafana refuses in a uid is replaced, and stays apart from what was so before', () => {
  const uids = ['de.1', 'de:1', 'de-1'].map((site) => alertUid('silent', site));
  expect(uids.filter((uid) => !/^[A-Za-z0-9_-]{1,40}$/.test(uid))).toEqual([]);
  expect(new Set(uids).size).toBe(3);
});
