const UNITS: Array<[name: string, ms: number]> = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

/** A time span of ms in its two largest units: `47 min`, `2 h 5 min`, `3 d`; below a second `0 s`. */
export function durationWords(ms: number): string {
  const first = UNITS.findIndex(([, size]) => ms >= size);
  if (first < 0) {
    return '0 s';
  }
  let rest = ms;
  const words = UNITS.slice(first, first + 2).map(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count} ${name}` : '';
  });
  // Seconds beside minutes say more than anybody wants to know.
  return (UNITS[first]![0] === 'min' ? words.slice(0, 1) : words).filter(Boolean).join(' ');
}
