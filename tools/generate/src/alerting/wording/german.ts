import {
  containmentGerman,
  rejectedReasonGerman,
  routeGerman,
  sentenceGerman,
  signalKindGerman,
  signalRuleGerman,
  unreadReasonGerman,
} from '@cellthread/vocabulary';
import type { Wording } from './Wording';

export const german: Wording = {
  point: ',',
  place: { station: 'Station', of: 'von', plant: 'Werk', lot: 'Los' },
  lasting: (duration) => ` seit ${duration}`,
  routes: routeGerman,
  containments: containmentGerman,
  lately: (minutes) => ` in den letzten ${minutes} min`,
  inHours: (hours) => ` in den letzten ${hours} h`,
  outOfSpec: 'außerhalb der Spezifikation',
  notOk: 'nicht in Ordnung',
  held: 'gesperrt',
  level: {
    title: 'außerhalb der Eingriffsgrenzen',
    said: (amount, side, than, sigma) => `liegt ${amount} ${side} als ${than} (${sigma} σ)`,
    higher: 'höher',
    lower: 'niedriger',
    sister: 'bei der Schwester',
    sisters: (n) => `bei den ${n} Schwestern`,
    usual: 'üblich',
    unknown: 'hat sich verschoben',
  },
  spread: {
    wavers: 'schwankt',
    less: 'streut weniger',
    times: (ratio, than) => `, Streuung ${ratio} × ${than}`,
    sister: 'die der Schwester',
    sisters: (n) => `die der ${n} Schwestern`,
    usual: 'die übliche',
  },
  share: { often: 'ist zu oft nicht in Ordnung', times: (ratio) => `, ${ratio} × so oft wie sonst` },
  gauge: {
    off: 'misst ein Messmittel, das vom Meisterteil abweicht',
    by: (sigma) => `, um ${sigma} σ`,
    first: 'Zuerst das Messmittel prüfen: es weicht vom Meisterteil ab, oder seine Prüfung ist überfällig. ',
    action: sentenceGerman['gauge-action'],
  },
  apart: {
    differs: 'unterscheidet sich zwischen Maschinen oder Plätzen anders als üblich',
    by: (amount, sigma) => `, um ${amount} (${sigma} σ)`,
  },
  most: { positions: (n) => `, die meisten von ${n} Positionen`, machines: (n) => `, die meisten von ${n} Maschinen` },
  some: { positions: (n) => `, einige von ${n} Positionen`, machines: (n) => `, einige von ${n} Maschinen` },
  departs: 'ist außerhalb der Eingriffsgrenzen',
  kOfN: {
    title: 'mehrere außerhalb der Spezifikation',
    said: (bad, of, items) => `ist bei ${bad} der letzten ${of} ${items} außerhalb der Spezifikation`,
    unknown: 'ist immer wieder außerhalb der Spezifikation',
  },
  verdict: 'das Urteil',
  noReaction: sentenceGerman['no-reaction'],
  reactions: 'Was zu tun ist, sagt der Control Plan und jede Meldung der Vorlage cellthread.',
  overflow: (more) => `${more} weitere, nicht aufgeführt`,
  safety: {
    title: 'Sicherheit',
    said: (characteristic, rule) => `${characteristic} liegt ${rule}`,
  },
  commands: {
    outOfSpec: 'außerhalb der Spezifikation',
    unanswered: 'außerhalb der Spezifikation, nicht beantwortet',
    isOutOfSpec: (item, characteristic, at) => `${item}: ${characteristic} außerhalb der Spezifikation an ${at}`,
    visit: 'Besuch',
    contained: (containment) => `Gesperrt, nach dem Plan für: ${containment}.`,
    unproven: (items) => `${items}, die niemand gut nennen kann, gesperrt`,
    itemAt: (item, at) => `${item} an ${at}`,
    characteristic: 'Merkmal',
    kinds: {
      conflicting: {
        summary: 'zwei Datensätze tragen dieselbe Kennung und denselben Besuch',
        what: 'Zwei Teile tragen vielleicht dieselbe Kennung, oder eine Station zählt wieder von 1. Beide Datensätze gelten, der schlechtere entscheidet. Das zweite Teil suchen; den Datensatz einer falschen Kennung mit einem Ereignis der Art void streichen.',
      },
      unmeasured: {
        summary: 'ein besonderes Merkmal wurde nicht gemessen',
        what: 'Die Station ließ es ohne den Wert durch, den der Plan von jedem verlangt. Messen, oder herausfinden, warum das Messmittel nichts sagt.',
      },
      implausible: {
        summary: 'ein Wert liegt außerhalb dessen, was das Messmittel anzeigen kann',
        what: 'Das Messmittel sandte eine Fehlerzahl oder ist defekt, gemessen ist also nichts. Messmittel mit dem Meisterteil prüfen und noch einmal messen.',
      },
    },
  },
  silent: {
    title: (site) => `${site}: eine Station ist verstummt`,
    summary: 'keine Ergebnisse',
    sensor: 'ihre Luft wird nicht mehr gemessen',
    description:
      'Nachsehen, ob etwas sie verlässt. Wenn ja: Stationsrechner, sein Netz und den MQTT-Broker prüfen; die Station behält ihre Ergebnisse, sie kommen später. Wird die Luft einer Zone nicht gemessen: ihre Sensoren und deren Gateway ansehen.',
  },
  unread: {
    title: 'Cellthread kann seine Daten nicht lesen',
    summary: 'Cellthread sieht nicht, was es sehen soll: ',
    unreadable: 'seine Daten sind nicht lesbar',
    description:
      'Was dort falsch ist, wird nicht gesehen. An der Datenquelle „Save & test“ drücken: sie sagt, ob die Datenbank antwortet; warum, sagen Signale der Art „unread“ in Explore. ' +
      'Bis dahin muss sich die Linie auf die Verriegelungen von SPS und MES verlassen.',
  },
  plant: ({ characteristic, site, rule, reason, size, unheard, waiting }) => ({
    clock: {
      title: 'Die Uhr einer Station geht falsch, oder ihre Datensätze warten',
      summary: `Datensätze tragen eine andere Zeit als die ihrer Ankunft (${rule})`,
      description:
        'Die Datensätze sind gespeichert und bewertet, aber an falscher Stelle gezeichnet. Uhr des Stationsrechners stellen oder nachsehen, wo seine Datensätze warten. Was nur Vergangenes meldet, trägt "history": true.',
    },
    pointer: {
      title: 'Das Verzeichnis führt zum Datensatz eines anderen Teils',
      summary:
        'das Verzeichnis führt {{ with $labels.cell_id }}von Teil {{ . }} {{ end }}zum Datensatz eines anderen Teils oder zu keinem',
      description:
        'Zwei Datensätze haben einander überschrieben, oder einer wurde gelöscht. Der Lebenslauf des Teils zeigt den Rest und sagt es. Die Station ihren Datensatz noch einmal senden lassen.',
    },
    rejected: {
      title: 'Meldungen werden abgewiesen',
      summary: `${site}{{ with $labels.equipment }}, {{ . }}{{ end }}: Meldungen werden abgewiesen{{ if $labels.rule }} (${reason}){{ end }}`,
      description:
        'Sie liegen mit dem Grund in der Datenbank der abgewiesenen Meldungen. Absender am Topic erkennen, instand setzen und die Meldungen mit `cellthread replay` noch einmal senden.',
    },
    ingest: {
      title: 'Der Weg der Daten ist gefährdet',
      summary: `{{ $labels.equipment }}: Datensätze gehen bald verloren (${rule}, ${size} × das Erlaubte)`,
      description:
        'docs/full-disk.md sagt unter {{ $labels.rule }}, was es bedeutet und was zu tun ist, bevor etwas verloren geht.',
    },
    environment: {
      title: 'Die Luft einer Zone ist außerhalb ihrer Grenzen',
      summary: `{{ with $labels.characteristic }}${characteristic}{{ else }}die Luft{{ end }} ist außerhalb der Grenzen`,
      description:
        'Türen schließen, Trockner und Klimaanlage ansehen; was seither gefertigt wurde, ist in seinem Lebenslauf gekennzeichnet.',
    },
    unacknowledged: {
      title: 'Ein Signal wurde nicht rechtzeitig quittiert',
      summary: `{{ with $labels.characteristic }}${characteristic}: {{ end }}niemand hat quittiert, was gemeldet ist`,
      description:
        'Wem es zuerst gemeldet wurde, tat es nicht. In _Signale_ quittieren oder sagen, was getan wurde, und nachsehen, warum es niemand tat.',
    },
    'hold-unanswered': {
      title: 'Eine Linie bestätigt nicht, was gesperrt oder entschieden ist',
      summary: `die Linie hat nicht bestätigt, {{ if eq $labels.rule "decision" }}was über ${unheard} entschieden ist{{ else }}dass ${unheard} gesperrt {{ if eq $facts.cells "1" }}ist{{ else }}sind{{ end }}{{ end }}`,
      description: sentenceGerman['unheard-action'],
    },
    unheeded: {
      title: 'Jemand hat entschieden, der es nicht darf',
      summary: `eine Entscheidung zählt nicht: {{ if eq $labels.rule "by-mes" }}hier entscheiden Menschen, nicht das MES{{ else }}eine Maschine darf nicht entscheiden{{ end }}`,
      description: sentenceGerman['unheeded-action'],
    },
    'decisions-differ': {
      title: 'MES und Cellthread weichen ab',
      summary: `{{ if eq $labels.rule "still-held" }}was hier gesperrt ist, gibt das MES frei{{ else }}anders als vorgeschlagen hat das MES entschieden{{ end }}`,
      description: sentenceGerman['differ-action'],
    },
    unanswered: {
      title: 'Niemand antwortet auf Vorgeschlagenes oder Angefordertes',
      summary: `{{ with $labels.characteristic }}${characteristic}: {{ end }}niemand antwortet, ${waiting}`,
      description: sentenceGerman['unanswered-action'],
    },
    keeper: {
      title: 'Der Keeper ist nicht auf dem Stand',
      summary: `der Keeper {{ with $labels.position }}({{ . }}) {{ end }}{{ if eq $labels.rule "unseen" }}hat nicht alles Gespeicherte gesehen{{ else }}sieht nicht nach{{ end }}`,
      description: sentenceGerman['keeper-action'],
    },
    overdue: {
      title: 'Eine Prüfung mit dem Meisterteil oder Kalibrierung ist überfällig',
      summary: `das Messmittel{{ with $labels.characteristic }} von ${characteristic}{{ end }} wurde nicht rechtzeitig geprüft`,
      description: 'Meisterteil messen. Bis dahin sieht eine Drift des Messmittels aus wie eine des Prozesses.',
    },
    'no-reading': {
      title: 'Ein Messmittel sagt nichts',
      summary: `das Messmittel von ${characteristic} sagt nichts, was stimmen kann,`,
      description: `Der Wert wird nicht gesendet, oder kein Messmittel kann ihn anzeigen. ${sentenceGerman['reading-action']}`,
    },
    missing: {
      title: 'Teile sind nicht rechtzeitig gekommen',
      summary: 'Teile sind nicht rechtzeitig gekommen',
      description: 'Zwischen dieser Station und der davor suchen.',
    },
    late: {
      title: 'Teile sind zu spät oder zu früh gekommen',
      summary:
        'Teile sind {{ if eq $labels.rule "too-early" }}vor der kürzesten{{ else }}nach der längsten{{ end }} Zeit gekommen, die der Plan erlaubt',
      description: 'Qualität entscheidet, ob sie weiter dürfen.',
    },
    skipped: {
      title: 'Teile haben eine Station ausgelassen',
      summary: 'Teile sind ohne ihr Ergebnis weitergegangen',
      description: 'Zurückholen, oder Qualität entscheidet ohne diese Station. Nachsehen, ob ihre Datensätze warten.',
    },
    'station-nok': {
      title: 'Eine Station meldet nicht in Ordnung, obwohl alle Werte in der Spezifikation liegen',
      summary: 'sie meldet nicht in Ordnung, obwohl alle Werte in der Spezifikation liegen',
      description:
        'Die Station sah, was ihre Werte nicht zeigen (Kamera, Zeitüberschreitung, Verriegelung). Warum, sagt ihr Bildschirm oder Protokoll.',
    },
    'unknown-verdict': {
      title: 'Das Urteil einer Station ist kein bekanntes Wort',
      summary: 'ihr Urteil ist kein bekanntes Wort',
      description:
        'Die Wörter sind ok, nok, retest und skipped. Bis die Station eines davon sagt, haben ihre Teile kein Urteil.',
    },
    'verdict-differs': {
      title: 'Das Urteil einer Station weicht vom Plan ab',
      summary: 'ihr Urteil weicht von dem der Grenzen des Plans ab',
      description: 'Grenzen im Programm der Station mit denen des Plans vergleichen.',
    },
  }),
  otherwise: 'Mehr sagt die Liste der Signale auf der Seite Linie.',
  kinds: signalKindGerman,
  rules: signalRuleGerman,
  unreadReasons: unreadReasonGerman,
  rejectedReasons: rejectedReasonGerman,
  message: {
    over: 'Vorbei',
    noMore: (minutes) => `Keine weiteren in den letzten ${minutes} min`,
    fewer: (minutes) => `Wenige oder keine in den letzten ${minutes} min`,
    asItWas: 'Wird nicht wiederholt, das Teil ist, wie es war',
    of: (all) => `1 von ${all}`,
    first: (n, all) => `Die ersten ${n} von ${all}; die Seite Linie nennt alle.`,
    firstOver: (n, all) => `Die ersten ${n} von ${all}, die vorbei sind.`,
  },
};
