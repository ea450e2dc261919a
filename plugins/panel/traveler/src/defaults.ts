import { defaultCharacteristicLink } from '@cellthread/panelkit';
import { type TravelerOptions } from './TravelerOptions';

/** What a panel does that has been told nothing. */
export const defaults: TravelerOptions = {
  showRoute: true,
  showCharacteristics: true,
  showGenealogy: true,
  showEnvironment: true,
  showEvents: true,
  characteristicLink: defaultCharacteristicLink,
};
