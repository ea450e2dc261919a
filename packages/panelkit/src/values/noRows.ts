/** What to do when the query found nothing. */
export const noRows = [
  'Nothing in the chosen time range fits the query.',
  'Widen the time range, or choose another product, line or equipment in the variables above the dashboard.',
];
