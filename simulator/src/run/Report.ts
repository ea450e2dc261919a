import { faultName } from '../command/faultWish';
import { type Arguments } from '../command/parseArguments';
import { type State } from './State';

export interface ProgressLine {
  phase: 'history' | 'live';
  /** 0…1, of the history. */
  done?: number;
  published: number;
  /** Results of stations among them. */
  results: number;
  cells: number;
  /** Simulated moment, Unix ms. */
  at: number;
}

/** How often a person is told how the live line goes on: a log that nobody reads fills disks. */
const LIVE_EVERY_MS = 60_000;

/** Tells a person, or (JSON lines) a program, what is going on. */
export class Report {
  private told = { phase: '', at: 0 };

  constructor(
    private readonly json: boolean,
    private readonly write: (line: string) => void
  ) {}

  begin(state: State, args: Arguments): void {
    const faults = state.faults.map((fault) => `${faultName(fault)} from ${new Date(fault.fromMs).toISOString()}`);
    this.line(
      {
        phase: 'start',
        seed: state.seed,
        site: state.site,
        compress: state.compress,
        speed: args.speed,
        faults: state.faults,
      },
      `Simulating ${state.site}, seed ${state.seed}; tray times divided by ${state.compress}, live speed ${args.speed}` +
        `${args.speed > 1 ? ' (time stamps run ahead of the clock; Telegraf refuses more than 5 minutes)' : ''}` +
        `${faults.length > 0 ? `; faults: ${faults.join(', ')}` : ''}.`
    );
  }

  progress(line: ProgressLine): void {
    const { phase, at } = line;
    if (!this.json && phase === 'live' && this.told.phase === 'live' && at - this.told.at < LIVE_EVERY_MS) {
      return;
    }
    this.told = { phase, at };
    const share = line.done === undefined ? '' : ` ${Math.round(line.done * 100)} %`;
    this.line(line, `${phase}${share}: ${line.published} messages, ${line.results} results, ${line.cells} cells`);
  }

  /** `peak`: most messages in flight at once. */
  end(published: number, cells: number, peak: number): void {
    this.line({ phase: 'end', published, cells, peak }, `Done: ${published} messages, ${cells} cells.`);
  }

  warn(text: string): void {
    this.line({ phase: 'warning', text }, text);
  }

  private line(object: object, text: string): void {
    this.write(this.json ? JSON.stringify(object) : text);
  }
}
