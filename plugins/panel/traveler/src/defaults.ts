import { type TravelerOptions } from './TravelerOptions';

/** What a panel does that has been told nothing. */
export const defaults: TravelerOptions = {
  showRoute: true,
  showCharacteristics: true,
  showGenealogy: true,
  showEnvironment: true,
  showEvents: true,
  characteristicLink:
    '/d/cellthread-characteristic?var-station=${station}&var-characteristic=${characteristic}&var-datasource=${datasource}&from=${from}&to=${to}',
};
