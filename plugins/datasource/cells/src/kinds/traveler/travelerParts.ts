/** The frames of a traveler, in their order. */
export const travelerParts = ['header', 'operations', 'characteristics', 'genealogy', 'environment', 'events'];
