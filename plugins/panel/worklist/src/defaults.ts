import { cellLinkDefaults, defaultCharacteristicLink } from '@cellthread/panelkit';
import { actionKinds } from './actions/actions';
import { columns } from './read/Worklist';
import { type WorklistOptions } from './WorklistOptions';

/** What a panel does that has been told nothing. */
export const defaults: WorklistOptions = {
  list: 'auto',
  actions: [...actionKinds],
  columns: columns.filter((column) => column !== 'rule'),
  language: 'auto',
  cellLink: cellLinkDefaults.cellLink,
  characteristicLink: defaultCharacteristicLink,
};
