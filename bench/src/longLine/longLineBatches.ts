import { fnv } from 'cellthread-cli';
import { rowTime } from '@cellthread/ingest';
import { normals, random } from '@cellthread/stats';
import { type Pass } from './passes';

export interface LongLine {
  passes: readonly Pass[];
  cells: number;
  /** Start of the first pass, ms since 1970, and days from it to the last one. */
  fromMs: number;
  days: number;
}

/** Lines of one database in line protocol. */
export interface Batch {
  database: 'visits' | 'index';
  lines: string[];
}

export const BUCKETS = 4096;
/** So many cells in a row are made of one lot of each material. */
export const CELLS_OF_A_LOT = 2000;
/** Share of the days that a cell takes from its first to its last station. */
const LIFE = 0.13;
const deviates = normalDeviates(4096);

export const longLineCell = (i: number): string => `0EPCB1LFP0202AGB5${String(i).padStart(7, '0')}`;

/**
 * The visits of all cells at all stations in the order of their times, each with its pointer, as Telegraf writes them:
 * batches of `size` lines, made as they are asked for.
 */
export function* longLineBatches(line: LongLine, size = 5000): Generator<Batch> {
  const { passes, cells, days, fromMs } = line;
  const stepMs = (days * 86_400_000 * (1 - LIFE)) / cells;
  const lag = Math.floor((cells * LIFE) / (1 - LIFE) / (passes.length - 1));
  const visits: Batch = { database: 'visits', lines: [] };
  const index: Batch = { database: 'index', lines: [] };
  for (let tick = 0; tick < cells + lag * (passes.length - 1); tick++) {
    for (let s = 0; s < passes.length; s++) {
      const cell = tick - s * lag;
      if (cell >= 0 && cell < cells) {
        const row = visitRow(passes[s]!, cell, Math.floor(fromMs + tick * stepMs + s));
        visits.lines.push(row.visit);
        index.lines.push(row.pointer);
      }
    }
    if (visits.lines.length >= size) {
      yield { ...visits };
      yield { ...index };
      visits.lines = [];
      index.lines = [];
    }
  }
  yield visits;
  yield index;
}

function visitRow(pass: Pass, cell: number, sourceMs: number): { visit: string; pointer: string } {
  const item = longLineCell(cell);
  const machine = pass.machines[cell % pass.machines.length]!;
  const position = machine.positions[Math.floor(cell / pass.machines.length) % Math.max(1, machine.positions.length)];
  const lot = Math.floor(cell / CELLS_OF_A_LOT);
  const noise = Math.imul(cell, 2654435761) >>> 0;
  const values = pass.values.map(
    (v, k) => `${v.id}=${(v.centre + v.sigma * deviates[(noise >>> (k * 3)) & 4095]!).toFixed(v.decimals)}`
  );
  const lots = pass.lots.map((name) => `,lot_${name}="${name.slice(0, 2).toUpperCase()}-${lot}"`).join('');
  const place = position === undefined ? '' : `,position="${position}"`;
  const identity = `${item}/${pass.station}/1/ok/${lots}/${values.join('/')}`;
  const at = String(rowTime(sourceMs, pass.seconds ? 's' : 'ms', identity, { item, slot: String(cell % 32) }));
  const key = `${pass.station}|de1|${machine.line}|${machine.id}|lfp-202`;
  return {
    visit:
      `${pass.station},equipment=${machine.id},line=${machine.line},product=lfp-202,site=de1 ` +
      `carrier="TRAY-${Math.floor(cell / 32)}",cell_id="${item}"${lots},operator="op-0${lot % 9}"${place},` +
      `received_ms=${sourceMs + 400}i,recipe="${pass.station}-1",recipe_version="3",run_type="production",` +
      `shift="${'ABC'[Math.floor(sourceMs / 28_800_000) % 3]}",slot="${cell % 32}",source_ms=${sourceMs}i,` +
      `started_ms=${sourceMs - 7000}i,${values.join(',')},verdict="ok",visit=1i,work_order="WO-${lot}" ${at}`,
    pointer:
      `item_index,bucket=${fnv(item) % BUCKETS} at=${at}i,item_id="${item}",key="${key}" ` +
      plus(at, fnv(`${item}/${key}`) % 1000),
  };
}

function plus(ns: string, more: number): string {
  const low = Number(ns.slice(-9)) + more;
  return `${Number(ns.slice(0, -9)) + Math.floor(low / 1e9)}${String(low % 1e9).padStart(9, '0')}`;
}

/** Standard normal deviates, always the same. */
function normalDeviates(n: number): Float64Array {
  return Float64Array.from({ length: n }, normals(random(12345)));
}
