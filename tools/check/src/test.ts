import {
  allOrFirstError,
  binDir,
  buildBackend,
  buildPlugins,
  buildWorkbench,
  createProgress,
  installGoPrograms,
  installSystemPrograms,
  type Progress,
  root,
  type Run,
  runProgram,
  StackError,
} from '@cellthread/install';
import { e2e } from './e2e';
import { inScratch } from './scratch';
import { background, foreground, type TestStep } from './steps';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `npm test`: everything CI runs. Every step runs even if an earlier one failed. */
export const test: Run = () => inScratch(testAll);

async function testAll(): Promise<number> {
  const progress = createProgress(print);
  print('Preparing');
  await allOrFirstError([
    buildBackend(progress).then(() => installGoPrograms(progress, ['influxd', 'telegraf', 'golangci-lint'])),
    installSystemPrograms(progress, ['mosquitto', 'chromium'])
      .then(() => buildPlugins(progress))
      .then(() => buildWorkbench(progress)),
  ]);
  print('Testing');
  const beside = background.map((steps) => runLane(steps, progress, { patient: true }));
  const failures = [
    ...(await runLane(foreground, progress)),
    ...(await Promise.all(beside)).flat(),
    // Last and alone: a page beside everything else waits longer than any person would.
    ...(await runStep({ title: 'browser tests' }, progress, browserTests)),
  ];
  for (const { title, output } of failures) {
    print(`\n──── ${title} ────\n${withoutLog(output).slice(-20_000)}`);
  }
  const total = [foreground, ...background].flat().length + 1;
  print(`\nsteps: ${total - failures.length} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

interface Failure {
  title: string;
  output: string;
}

async function runLane(steps: TestStep[], progress: Progress, { patient = false } = {}): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const step of steps) {
    failures.push(...(await runStep(step, progress, () => runProgramOf(step, patient))));
  }
  return failures;
}

async function runProgramOf(step: TestStep, patient: boolean): Promise<string | undefined> {
  const { code, output } = await runProgram(step.command, step.args, {
    cwd: step.cwd ?? root,
    patient,
    env: { PATH: `${binDir}:${process.env.PATH}`, TZ: 'UTC', ...step.env },
  });
  return code === 0 ? step.verify?.(output) : output;
}

async function runStep(
  step: { title: string },
  progress: Progress,
  work: () => Promise<string | undefined>
): Promise<Failure[]> {
  try {
    await progress.step(step.title, async () => {
      const wrong = await work();
      if (wrong !== undefined) {
        throw new StackError(wrong);
      }
    });
    return [];
  } catch (error) {
    return [{ title: step.title, output: (error as Error).message }];
  }
}

async function browserTests(): Promise<string | undefined> {
  return (await e2e([])) === 0 ? undefined : 'The browser tests failed; their report stands above.';
}

/** An output without what Grafana's SDK logs as JSON while tests run: it would push out which of them failed, and why. */
const withoutLog = (output: string) => output.replace(/^\{"@level":.*\n/gm, '');
