import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DataSourceApi } from '@grafana/data';
import type { CellsQuery } from '../query';
import { lineLookups } from '../testing/lineLookups';
import { QueryHelp } from './QueryHelp';

const show = (datasource: object, onClickExample = jest.fn()) => {
  render(
    <QueryHelp
      datasource={datasource as unknown as DataSourceApi<CellsQuery>}
      query={{ refId: 'A' }}
      onClickExample={onClickExample}
    />
  );
  return onClickExample;
};

it('offers examples by the names of the line, and a click asks for its ids', async () => {
  const clicked = show({ lookups: lineLookups() });
  await userEvent.click(await screen.findByText('Fill mass of every machine and position, ready for a control chart'));
  expect(clicked).toHaveBeenCalledWith(
    expect.objectContaining({ queryType: 'visits', station: 'filling', characteristics: ['fill_mass'] })
  );
});

it('explains the query types where nothing can be listed', async () => {
  show({ lookups: { list: () => Promise.reject(new Error('no database')) } });
  expect(await screen.findByText('Visits of a station')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
