import { type HoldWords } from './HoldWords';

export const hold: HoldWords = {
  targets: {
    lot: 'Los',
    batch: 'Charge',
    roll: 'Rolle',
    tray: 'Träger',
    module: 'Modul',
    pack: 'Pack',
    equipment: 'Maschine',
    station: 'Station',
    line: 'Linie',
    zone: 'Zone',
  },
  metres: (from, to) => (from && to ? `${from} bis ${to} m` : from ? `ab ${from} m` : `bis ${to} m`),
  between: (from, to) => `was von ${from} bis ${to} durchlief`,
  passed: (visits) => `bisher gesperrte Besuche: ${visits}`,
  inCarrier: (carrier) => `in ${carrier}`,
  seen: (where, moment, age) => `zuletzt gesehen: ${where}, ${moment} (${age})`,
  notSeen: { 'not-known': 'wo es ist, ist nicht bekannt', 'not-looked-up': 'wo es ist, wurde nicht nachgesehen' },
  inspected: { ok: 'nachgeprüft: gut', nok: 'nachgeprüft: schlecht' },
  sample: {
    title: 'Was die Stichprobe beweist',
    counted: ({ reason, items, good, bad, against, unseen }) =>
      [
        `${reason}: ${items === null ? 'davon' : `von ${items} deshalb gesperrten`} ${good + bad === 1 ? 'wurde' : 'wurden'} ${good + bad} dort ${items === null ? 'seit der Sperre gemessen' : 'nachgeprüft'}: ${good} gut, ${bad} schlecht`,
        against > 0 &&
          `${against} weitere ${against === 1 ? 'ist' : 'sind'} verschrottet, nachgearbeitet oder herabgestuft und ${against === 1 ? 'zählt' : 'zählen'} als schlecht`,
        unseen > 0 && `bei ${unseen} wurde nicht nachgesehen`,
      ]
        .filter(Boolean)
        .join('; ') + '.',
    notCounted: (holds) =>
      `Bei ${holds} ${holds === 1 ? 'Sperre' : 'Sperren'} von Los, Träger, Maschine oder Ort oder ohne Station ist hier nichts gezählt, was nachgeprüft wurde.`,
    noneLookedAt: (items, unseen, other) =>
      `Von ${items} ${other ? 'aus anderem Grund' : 'deshalb'} gesperrten wurde keines dort nachgeprüft, wo es gesperrt wurde${unseen > 0 ? `; bei ${unseen} wurde nicht nachgesehen` : ''}.`,
    badReleased: (items) =>
      `Von dem, was freigegeben wird, ${items === 1 ? 'war' : 'waren'} ${items} bei der Nachprüfung schlecht.`,
    moreReasons: (reasons) => `${reasons} weitere ${reasons === 1 ? 'Grund ist' : 'Gründe sind'} hier nicht genannt.`,
    proves: (good, inspected, share) =>
      `${good} von ${inspected} gut beweisen mit 95 % Sicherheit, dass mindestens ${share} % gut sind.`,
    all: 'Das sind alle.',
    provesNothing: 'Das beweist von keinem anderen, dass es gut ist.',
    needed: (bad, needed) =>
      `Für ${needed.map(({ share }) => `${share} %`).join(', ')} braucht es ${needed.map(({ inspected }) => inspected).join(', ')} nachgeprüfte, ${bad === 0 ? 'keines davon schlecht' : `davon höchstens ${bad} schlecht`}.`,
    basis:
      'Das gilt, wenn die nachgeprüften zufällig aus allem gezogen wurden, was deshalb gesperrt ist (Clopper und Pearson, einseitig).',
  },
};
