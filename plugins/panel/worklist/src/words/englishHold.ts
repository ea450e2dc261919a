import { type HoldWords } from './HoldWords';

export const hold: HoldWords = {
  targets: {
    lot: 'Lot',
    batch: 'Batch',
    roll: 'Roll',
    tray: 'Tray',
    module: 'Module',
    pack: 'Pack',
    equipment: 'Machine',
    station: 'Station',
    line: 'Line',
    zone: 'Zone',
  },
  metres: (from, to) => (from && to ? `${from} to ${to} m` : from ? `from ${from} m on` : `up to ${to} m`),
  between: (from, to) => `what passed from ${from} to ${to}`,
  passed: (visits) => `visits held so far: ${visits}`,
  inCarrier: (carrier) => `in ${carrier}`,
  seen: (where, moment, age) => `last seen: ${where}, ${moment} (${age})`,
  notSeen: { 'not-known': 'not known where it is', 'not-looked-up': 'not looked up where it is' },
  inspected: { ok: 'looked at again: good', nok: 'looked at again: bad' },
  sample: {
    title: 'What the sample proves',
    counted: ({ reason, items, good, bad, against, unseen }) =>
      [
        `${reason}: ${items === null ? 'of it' : `of ${items} held for this`} ${good + bad} ${good + bad === 1 ? 'was' : 'were'} ${items === null ? 'measured there since it is held' : 'looked at again there'}: ${good} good, ${bad} bad`,
        against > 0 &&
          `${against} more ${against === 1 ? 'was' : 'were'} scrapped, reworked or downgraded and ${against === 1 ? 'counts' : 'count'} as bad`,
        unseen > 0 && `${unseen} ${unseen === 1 ? 'was' : 'were'} not looked up`,
      ]
        .filter(Boolean)
        .join('; ') + '.',
    notCounted: (holds) =>
      `Of ${holds} ${holds === 1 ? 'hold' : 'holds'} on a lot, tray, machine or place, or naming no station, nothing is counted here that was looked at again.`,
    noneLookedAt: (items, unseen, other) =>
      `Of ${items} ${items === 1 ? 'item' : 'items'} held for ${other ? 'other reasons' : 'the same'} none was looked at again where it was held${unseen > 0 ? `; ${unseen} ${unseen === 1 ? 'was' : 'were'} not looked up` : ''}.`,
    badReleased: (items) => `Of what is released ${items} ${items === 1 ? 'was' : 'were'} bad when looked at again.`,
    moreReasons: (reasons) => `${reasons} more ${reasons === 1 ? 'reason is' : 'reasons are'} not told here.`,
    proves: (good, inspected, share) =>
      `${good} of ${inspected} good prove at 95 % confidence that at least ${share} % are good.`,
    all: 'These are all of them.',
    provesNothing: 'That proves none of the others good.',
    needed: (bad, needed) =>
      `To prove ${needed.map(({ share }) => `${share} %`).join(', ')} it takes ${needed.map(({ inspected }) => inspected).join(', ')} looked at again, ${bad === 0 ? 'none of them bad' : `no more of them bad than ${bad}`}.`,
    basis:
      'This holds where what was looked at again was drawn at random from all that is held for the reason (Clopper and Pearson, one-sided).',
  },
};
