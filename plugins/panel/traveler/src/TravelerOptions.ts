/** What is saved in a dashboard. Names never change; a new one has a default. */
export interface TravelerOptions {
  showRoute: boolean;
  showCharacteristics: boolean;
  showGenealogy: boolean;
  showEnvironment: boolean;
  showEvents: boolean;
  /** Address of a characteristic's chart; `${station}`, `${characteristic}`, `${from}` and `${to}` are filled in. */
  characteristicLink: string;
}
