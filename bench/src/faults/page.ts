/** What stands before the table in docs/faults.md, which `npm run bench -- faults` writes. */
export const words = `# What is told of every fault

Made by \`npm run bench -- faults\`; change \`bench/src/faults\` instead.

The simulated line runs in memory with one fault at a time, and the data source's own judge looks at it as of the end of every window.
A fault is *named* when an episode says its station, machine and position (lanes are positions; a lot, where it follows one) and a
characteristic that it moves, or those of the station where it shows first. Minutes and items count from the first item concerned; the
next column says how long before the first item that it brought out of spec that was (negative: after it). *First by* says of what was
told first how far it went; of two or three parallel machines it may only be known that one of them departs (*of one of 2*). *What it
moves* is measured: the same seed once with and once without the fault, medians and spreads where it sits, in the second half of its time. *Near* are other episodes of its characteristics and station, *beside* those elsewhere that began
while it was there, a run; what the same seed is told without the fault as well is neither. A run
that is not named says by limits how far, of the plan's, it would have been, as what, and of how many items: where these are few it is
the arithmetic. A fault that may be anywhere is drawn by what it is of, then where, so that a thousand channels, of which each measures
eight items in ten hours, do not stand for the line; the column beside *named* leaves out the runs of fewer than twenty items: who knew all
else of a stream that is one standard deviation off would not see it 4.5 beyond in the mean of fewer. What is held against itself, or moves at all
sisters alike, is not watched where it has no approved limits. Of cases that must stay silent, which are faults to
nobody, it is said how many episodes there were only with them, and how many only without: other items meet other chances (what led to it before the case began is told
in both, and a machine and a part of it are one). The weeks of nothing say how often people are told without a cause, beside the budget of the plan: by windows and by k of n. They hold what
this judge sees, of first visits and of what was done to machines; what is late, missing, silent or not read, zones and gauges have tests
of their own. The line makes bad cells when nothing is wrong as well: of those out of spec in a matter of safety people are told
one message a machine and characteristic until a day was without, which is no false alarm and stands below the budget.

Levels, spreads and shares are judged by windows of at least a quarter of an hour (of what is filled, five minutes) with at least five
items of the median stream. At a cell in ten seconds a line over 24 nozzles a nozzle has 3.75 cells in a quarter of an hour, and a
window lasts 25 minutes; at 1 700 cells a day and nozzle five. How soon one
of twelve nozzles is named is computed beside what is measured, at that rate and at 1 700 cells a day and nozzle: what an ideal nozzle
without wear gives, before the same limits. The nozzle that wavers does so in 38 minutes: at 1 700 cells a day its first windows of five lie
to one side, so that it is first told as a level; when it came back, and the mean of all it made since is no other than usual, what is told of it
says that it wavers.

Two faults hardly show in what is watched. A lot of cathode material is enough for three batches, of which 24 rolls are coated (counted).
Its coats are one standard deviation lighter; 17.5 % of the variance is that between batches, as much that between rolls of a batch, so
that the mean of the whole lot is uncertain by √(0.175/3 + 0.26/24) = 0.26: even who knew all of it would see 3.8 σ, and the budget asks
for 4.5. Its slurry is two thinner; a lot has 35 % of that variance and each batch the rest: 2/√(0.35 + 0.65/3) = 2.7 σ. It is named where chance helps. Moist
air costs every second lot of electrolyte 1.2 E max(0, z) = 0.48 standard deviations of its efficiency, and such lots differ by 0.38
anyway: 1.3 σ a lot. Channels are held against each other, and what all of a tray share cancels; how far the trays of a line lie apart,
in which it would show, no monitor watches.

Two cyclers are held against each other: whole trays let their windows lie 0.6 σ apart, so that 0.67 σ more capacity is 1.1 of that, and
in ten hours the slower EWMA of twins (λ 0.05) comes to 1.1 (1 − 0.95⁴⁰) = 0.96. What is usual between them is known from the day before,
by 96 windows: its limit is 4.52 √(0.05/1.95 + π/2/96) = 0.93, and chance decides. After four days of nothing it is 0.80, and reached in
about six hours.

A fault of the records themselves (no ID, another's, late, what cannot be) is told by other signals than those of windows; tests on the
real parts hold what its table says. The same tests hold that database and plugin tell of windows what the judge in memory tells.
What is done to machines (the tool changes of the line, the calibration of *gauge-replaced*) is known to both, read by the same code: it begins
monitors anew.

\`CELLTHREAD_FAULT_SEEDS\`, \`CELLTHREAD_FAULT_WEEKS\` and \`CELLTHREAD_FAULTS\` (ids, parted by commas) bound what is run;
with \`CELLTHREAD_FAULTS_KEPT=DIR\` what each seed came to is kept there, and a run that was ended goes on while nothing that it follows
from has changed;
with \`CELLTHREAD_FAULTS_REAL=1\` every fault and every silent case goes through broker, Telegraf, database and plugin as well, some at
once, and what is told at every hour is held against the judge in memory.`;
