import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerProblem } from '@cellthread/problem';
import { chartTypes, rules, ruleSets } from '@cellthread/stats';

const folder = join(__dirname, '../../../docs/statistics');
const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
const text = (page: string) => readFileSync(join(folder, page), 'utf8');
const all = pages.map(text).join('\n');

test('every page stands in the list, and the list names no other', () => {
  const linked = [...text('README.md').matchAll(/\]\(([^)/]+\.md)\)/g)].map((match) => match[1]!);
  expect([...new Set(linked)].sort()).toEqual([...pages].sort());
});

test('every link between pages leads somewhere', () => {
  const targets = [...all.matchAll(/\]\(([^)/]+\.md)\)/g)].map(([, target]) => target!);
  expect(targets.filter((target) => pages.includes(target)).length).toBeGreaterThan(0);
  expect(targets.filter((target) => !pages.includes(target))).toEqual([]);
});

test.each(pages)('%s says when, formula, choices and what others do, and its problems are answered', (page) => {
  const headings = [...text(page).matchAll(/^## (.*)$/gm)].map((match) => match[1]!);
  expect(headings).toEqual(expect.arrayContaining(['When', 'Formula', 'Choices', 'Elsewhere', 'Try it']));
  for (const name of ['Minitab', 'JMP', 'qcc', 'KensoBI']) {
    expect(text(page)).toContain(name);
  }
  const problems = [...text(page).matchAll(/echo '(\{.*\})' \|/g)].map((match) => match[1]!);
  expect(problems.length).toBeGreaterThan(0);
  problems.forEach((problem) => expect(answerProblem(JSON.parse(problem))).toHaveProperty('kind'));
});

test('every chart has a problem to try, every rule and set is named', () => {
  chartTypes.forEach(({ id }) => expect(all).toContain(`"kind":"${id}"`));
  rules.forEach(({ id }) => expect(all).toContain(`\`${id}\``));
  ruleSets.filter((set) => set !== 'western-electric').forEach((set) => expect(all).toContain(set));
});
