import { dispositions, languages } from '@cellthread/vocabulary';
import { decidedMapping } from './mappings';
import { dashboardWords } from './words/registry';

test.each(languages)('each decision about an item reads in words in the language %s', (language) => {
  const [mapping] = decidedMapping(dashboardWords({ language }));
  expect(Object.keys((mapping as { options: object }).options)).toEqual(expect.arrayContaining([...dispositions]));
});
