/** How a chart part is called on its axis; parts are named by the statistics package. */
const titles: Record<string, string> = {
  i: 'Individuals',
  mr: 'Moving range',
  xbar: 'Subgroup mean',
  r: 'Range within subgroup',
  s: 'Std. dev. within subgroup',
};

export function partTitle(id: string): string {
  return titles[id] ?? id;
}
