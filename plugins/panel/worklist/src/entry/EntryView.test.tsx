import '@testing-library/jest-dom';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { of, throwError } from 'rxjs';
import { wordsOf } from '../words/languages';
import { EntryView } from './EntryView';
import { type EntryForm } from './formChoice';

interface Request {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  data?: Record<string, unknown>;
}

let answers: (request: Request) => unknown;
const posts: Request[] = [];

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  getBackendSrv: () => ({
    fetch: (request: Request) => {
      if (request.method === 'POST') {
        posts.push(request);
      }
      const data = answers(request);
      return data instanceof Error || (data as { status?: number })?.status ? throwError(() => data) : of({ data });
    },
  }),
}));

const form: EntryForm = {
  sites: [{ id: 'de1', name: 'One' }],
  products: [],
  stations: [
    {
      ...{ id: 'filling', name: 'Filling', item: 'cell' },
      machines: { de1: [{ id: 'filler-01', name: '', positions: null }] },
      characteristics: [
        { id: 'fill_mass', name: 'Fill mass', type: 'number', unit: 'g', lsl: 797, usl: 803, manual: false },
      ],
    },
  ],
};
const stored = { measurement: { visit: 2, product: 'p', values: [{ rule: 'above-usl' }] } };
const rights = { kinds: [], measurements: true };
const usual = ({ url, method }: Request) => (url.endsWith('rights') ? rights : method === 'POST' ? stored : form);

beforeEach(() => {
  posts.length = 0;
  localStorage.clear();
  answers = usual;
});

async function opened() {
  render(<EntryView datasource="d" words={wordsOf('en', '')} width={800} height={600} onStored={() => undefined} />);
  await screen.findByTestId('cellthread-entry-item');
}
const item = () => screen.getByTestId('cellthread-entry-item');
const value = () => screen.getByTestId('cellthread-entry-value');
const type = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });

test('an ID is scanned, a value is typed, both by Enter; then the next ID is awaited', async () => {
  await opened();
  type(item(), 'C-1');
  fireEvent.keyDown(item(), { key: 'Enter' });
  await waitFor(() => expect(value()).toHaveFocus());
  type(value(), '805,5');
  expect(screen.getByRole('status')).toHaveTextContent('Out of spec: above 803 g');
  fireEvent.submit(value());
  expect(await screen.findByTestId('cellthread-worklist-entered')).toHaveTextContent(
    /C-1.*Fill mass 805,5 g, visit 2.*out of spec.*stored/
  );
  expect(posts[0]?.data).toMatchObject({
    ...{ site: 'de1', station: 'filling', equipment: 'filler-01', item_id: 'C-1', run_type: 'production' },
    values: { fill_mass: 805.5 },
  });
  expect(item()).toHaveFocus();
  expect(item()).toHaveValue('');
});

test('without an answer the same is sent again under its key', async () => {
  await opened();
  answers = (request) => (request.method === 'POST' ? { status: 502, data: { message: 'InfluxDB' } } : usual(request));
  type(item(), 'C-1');
  type(value(), '800');
  fireEvent.submit(value());
  const again = await screen.findByRole('button', { name: 'Try 1 again' });
  answers = usual;
  fireEvent.click(again);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try 1 again' })).not.toBeInTheDocument());
  expect(posts).toHaveLength(2);
  expect(posts[1]).toEqual(posts[0]);
});

test('what is no number is not sent', async () => {
  await opened();
  type(item(), 'C-1');
  type(value(), '12 g');
  fireEvent.submit(value());
  expect(screen.getByRole('status')).toHaveTextContent('This is no number.');
  expect(posts).toHaveLength(0);
});

test('who may enter no values sees why, and no button', async () => {
  answers = (request) =>
    request.url.endsWith('rights') ? { kinds: [], measurements: false, why: 'The login eve may only look.' } : form;
  render(<EntryView datasource="d" words={wordsOf('en', '')} width={800} height={600} onStored={() => undefined} />);
  expect(await screen.findByText(/The login eve may only look/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it.each([
  [
    { measurements: false, why: 'The login v may only look.' },
    'You may not enter values',
    'The login v may only look.',
  ],
  [
    { status: 502, data: { message: 'InfluxDB cannot be read' } },
    'No values can be entered here',
    'What you may do is not known: InfluxDB cannot be read',
  ],
])('who may enter none, and of whom that is not known, reads why: %j', async (answer, title, why) => {
  answers = ({ url }) => (url.endsWith('rights') ? answer : form);
  render(<EntryView datasource="d" words={wordsOf('en', '')} width={800} height={600} onStored={() => undefined} />);
  expect(await screen.findByText(title)).toBeInTheDocument();
  expect(screen.getByText(why)).toBeInTheDocument();
});
