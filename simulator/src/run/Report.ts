import { type Arguments } from '../command/parseArguments';
import { type State } from './State';

export interface ProgressLine {
  phase: 'history' | 'live';
  /** 0…1, of the history. */
  done?: number;
  published: number;
  cells: number;
  /** Simulated moment, Unix ms. */
  at: number;
}

/** Tells a person, or (JSON lines) a program, what is going on. */
export class Report {
  constructor(
    private readonly json: boolean,
    private readonly write: (line: string) => void
  ) {}

  begin(state: State, args: Arguments): void {
    const faults = state.faults.map(({ id, fromMs }) => `${id} from ${new Date(fromMs).toISOString()}`);
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
    const share = line.done === undefined ? '' : ` ${Math.round(line.done * 100)} %`;
    this.line(line, `${line.phase}${share}: ${line.published} messages, ${line.cells} cells`);
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
