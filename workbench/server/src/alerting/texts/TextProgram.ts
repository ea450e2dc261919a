import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Labels } from '../rules/AlertRule';
import type { Result } from '../states/Instance';
import type { Notification } from '../notifications/notification';

/** What a template of a rule sees. */
export interface RuleTexts {
  texts: Labels;
  labels: Labels;
  values: Result['values'];
  queries: string[];
  externalURL: string;
  parseOnly?: boolean;
}

interface Answer {
  texts?: Labels;
  text: string;
  error?: string;
}

interface Asked {
  line: string;
  done: (answer: Answer) => void;
  fail: (error: Error) => void;
}

/**
 * The program that fills in Go templates (cmd/texts of the backend's module), kept running: a request a line, its answer a line.
 * If it dies, what waits fails, and the next request starts another.
 */
export class TextProgram {
  private child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  private waiting: Asked[] = [];
  private stopped = false;

  constructor(private readonly binary: string) {}

  /** Texts by name. Throws where a template cannot be read. */
  async rule(request: RuleTexts): Promise<Labels> {
    return (await this.ask({ rule: request })).texts ?? {};
  }

  /** The message of a contact point. Throws where its template cannot be filled in. */
  async message(templates: string[], text: string, data: Partial<Notification>): Promise<string> {
    return (await this.ask({ message: { templates, text, data } })).text;
  }

  stop(): void {
    this.stopped = true;
    this.child?.stdin.end();
  }

  private async ask(request: unknown): Promise<Answer> {
    const line = `${JSON.stringify(request)}\n`;
    const answer = await new Promise<Answer>((done, fail) => {
      const running = this.running();
      this.waiting.push({ line, done, fail });
      running.stdin.write(line);
    });
    if (answer.error) {
      throw new Error(answer.error);
    }
    return answer;
  }

  private running(): ChildProcessByStdio<Writable, Readable, null> {
    if (this.child) {
      return this.child;
    }
    const child = spawn(this.binary, [], { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
    this.child = child;
    child.stdin.on('error', () => undefined);
    createInterface(child.stdout).on('line', (line) => this.waiting.shift()?.done(JSON.parse(line) as Answer));
    const ended = (how: string) => {
      if (this.child === child) {
        this.child = undefined;
        const lost = this.waiting.splice(0);
        lost.forEach(({ fail }) => fail(new Error(`${this.binary} ended (${how}) before it answered`)));
      }
    };
    child.once('error', (error) => ended(error.message));
    child.once('exit', (code, signal) => ended(signal ?? `code ${code}`));
    if (this.stopped) {
      child.stdin.end();
    }
    return child;
  }
}
