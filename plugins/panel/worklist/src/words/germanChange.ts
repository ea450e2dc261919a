import { type ChangeWords } from './ChangeWords';

export const change: ChangeWords = {
  nowhere: 'Vorgeschlagene Änderungen sind hier nicht lesbar',
  nothing: 'Keine Änderung wartet auf Zustimmung',
  proposed: (by, moment) => `vorgeschlagen von ${by} um ${moment}`,
  approved: (by) => `zugestimmt hat ${by}; zwei Personen stimmen zu, zuletzt nicht der Autor`,
  nobodyApproved: 'noch niemand hat zugestimmt; zwei Personen stimmen zu, zuletzt nicht der Autor',
  withdrawn: 'zurückgezogen',
  stale: (why) => `Ihr kann nicht mehr zugestimmt werden: ${why}. Neu vorschlagen.`,
  why: 'Warum (eine Ablehnung braucht es)',
  approve: 'Zustimmen',
  reject: 'Ablehnen',
};
