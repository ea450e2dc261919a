// GB/T 34014 leaves out I, O, Q and Z.
const YEARS = '123456789ABCDEFGHJKLMNPRSTUVWXY';
const MONTHS = '123456789ABC';
const DAYS = '123456789ABCDEFGHJKLMNPRSTUVWXY';

/** GB/T 34014 (24 characters): maker, level, chemistry, specification, traceability, date, serial number. */
export const cellCodePattern =
  /^[A-Z0-9]{3}[PMC][A-GZ][A-Z0-9]{2}[A-Z0-9]{7}[1-9A-GH-NPR-Y][1-9A-C][0-9A-GH-NPR-Y][0-9]{7}$/;

/**
 * The code of a cell (`C`), module (`M`) or pack (`P`). The nine characters between chemistry (B: LFP, Z: other) and date
 * hold the product (`lfp-202` → `LFP0202`) and the line (`1…A`, `1…B`, …, `2…A`, up to 234); the year's letter repeats
 * after 31 years.
 */
export function cellCode(
  level: 'P' | 'M' | 'C',
  product: string,
  line: number,
  date: { year: number; month: number; day: number },
  serial: number,
  chemistry = 'Z'
): string {
  const letters = product
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
    .padEnd(3, 'X')
    .slice(0, 3);
  const digits = product.replace(/\D/g, '').padStart(4, '0').slice(-4);
  const lineLetter = String.fromCharCode(65 + (line % 26));
  const day = `${YEARS[(date.year - 2011) % YEARS.length]}${MONTHS[date.month - 1]}${DAYS[date.day - 1]}`;
  const hall = 1 + Math.floor(line / 26);
  return `0EP${level}${chemistry}${hall}${letters}${digits}${lineLetter}${day}${String(serial).padStart(7, '0')}`;
}
