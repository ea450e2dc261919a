import type { Hidden } from '../../dashboard/toScene';

/** Grafana's switches for embedded and wall screens: `_dash.hideTimePicker`, `_dash.hideVariables`, `_dash.hideLinks`. */
export function hiddenParts(search: string): Hidden {
  const params = new URLSearchParams(search);
  const has = (name: string) => params.has(name) && params.get(name) !== 'false';
  return {
    timePicker: has('_dash.hideTimePicker'),
    variables: has('_dash.hideVariables'),
    links: has('_dash.hideLinks'),
  };
}
