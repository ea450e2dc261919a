import { compareCommands } from './compareCommands';

/** Compares both commands on as many random problems as asked for (10 000): `node --import tsx … [count] [first seed]`. */
const count = Number(process.argv[2] ?? 10_000);
const { problems, refused, differences } = compareCommands(Number(process.argv[3] ?? 1), count);
process.stdout.write(`${problems} problems, ${refused} refused by both, ${differences.length} differences\n`);
differences.slice(0, 200).forEach((d) => process.stdout.write(`${d}\n`));
process.exitCode = differences.length > 0 ? 1 : 0;
