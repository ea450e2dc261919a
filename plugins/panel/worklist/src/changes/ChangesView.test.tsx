import '@testing-library/jest-dom';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { of, throwError } from 'rxjs';
import { wordsOf } from '../words/languages';
import { ChangesView } from './ChangesView';

interface Request {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  data?: Record<string, unknown>;
}

const posts: Request[] = [];
let may: string[] = [];
let refusal: { status: number; data: { message: string } } | null = null;

const proposal = {
  ...{ id: 'event-1', author: 'ann', reason: 'after the new pump', proposed_ms: 0, approvals: [{ by: 'ben' }] },
  rows: [
    {
      measurement: 'control_limit',
      tags: { station: 'filling', characteristic: 'fill_mass', product: '*', stratum: '*' },
      fields: { centre: 800 },
    },
  ],
};

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  getBackendSrv: () => ({
    fetch: (request: Request) => {
      if (request.method === 'POST') {
        posts.push(request);
        return refusal ? throwError(() => refusal) : of({ data: {} });
      }
      const answers: Record<string, unknown> = {
        rights: { kinds: [], changes: may },
        measurements: { sites: [{ id: 'de1', name: '' }], products: [], stations: [] },
        'control-limits?state=open': { proposals: [proposal] },
      };
      return of({ data: answers[request.url.split('/resources/')[1] ?? ''] ?? { proposals: [] } });
    },
  }),
}));

beforeEach(() => {
  posts.length = 0;
  may = ['change-proposal', 'change-approval', 'change-rejection'];
  refusal = null;
});

const show = () =>
  render(
    <ChangesView
      {...{ datasource: 'd', asked: 0, width: 800, height: 600, timeZone: 'utc' }}
      words={wordsOf('en', '')}
      onStored={() => undefined}
    />
  );

test('what is proposed is shown with who approved, and is approved once under its key', async () => {
  show();
  expect(await screen.findByTestId('cellthread-worklist-proposal')).toHaveTextContent(
    /after the new pump.*ann.*approved by ben.*control_limit filling fill_mass.*centre 800/
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Approve' }));
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]).toMatchObject({
    headers: { 'Idempotency-Key': 'approve/event-1' },
    data: { do: 'approve', proposal: 'event-1', site: 'de1' },
  });
});

test('a refusal is shown with the sentence of the data source', async () => {
  refusal = { status: 409, data: { message: 'ann proposed it: the last who approves is never the author' } };
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Approve' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('refused: ann proposed it');
});

test('who may not approve sees no buttons', async () => {
  may = [];
  show();
  expect(await screen.findByTestId('cellthread-worklist-proposal')).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
