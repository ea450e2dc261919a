import { headersOf, withHeader, withoutHeader } from './headers';
import type { Settings } from './SettingsProps';

const three = {
  jsonData: { httpHeaderName1: 'A', httpHeaderName2: 'B', httpHeaderName3: 'C' },
  secureJsonFields: { httpHeaderValue1: true, httpHeaderValue2: true, httpHeaderValue3: true },
  secureJsonData: {},
} as unknown as Settings;

describe('custom headers', () => {
  it('are numbered from 1 up to the first gap', () => {
    const settings = { jsonData: { httpHeaderName1: 'A', httpHeaderName3: 'C' } } as unknown as Settings;
    expect(headersOf(settings)).toEqual([{ number: 1, name: 'A', valueKey: 'httpHeaderValue1' }]);
  });

  it('may have no name yet', () => {
    expect(headersOf(withHeader(three, 4, '')).map(({ name }) => name)).toEqual(['A', 'B', 'C', '']);
  });

  it('move up when one before them is removed, and a value that only the server knows is asked for again', () => {
    const out = withoutHeader(three, 2);
    expect(out.jsonData).toEqual({ httpHeaderName1: 'A', httpHeaderName2: 'C' });
    expect(out.secureJsonFields).toEqual({ httpHeaderValue1: true, httpHeaderValue2: false, httpHeaderValue3: false });
    expect(out.secureJsonData).toEqual({ httpHeaderValue2: '', httpHeaderValue3: '' });
  });

  it('take a value that was just typed with them', () => {
    const out = withoutHeader({ ...three, secureJsonData: { httpHeaderValue3: 'typed' } }, 2);
    expect(out.secureJsonData).toEqual({ httpHeaderValue2: 'typed', httpHeaderValue3: '' });
  });
});
