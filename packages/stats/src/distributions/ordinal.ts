/** 1st, 2nd, 3rd, 4th … 11th … 21st of a whole number. */
export function ordinal(k: number): string {
  const teens = k % 100 >= 11 && k % 100 <= 13;
  return `${k}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][k % 10] ?? 'th')}`;
}
