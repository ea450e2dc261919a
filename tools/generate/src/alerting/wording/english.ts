import {
  containmentName,
  rejectedReasonName,
  routeName,
  sentenceEnglish,
  signalKindName,
  signalRuleName,
  unreadReasonName,
} from '@cellthread/vocabulary';
import type { Wording } from './Wording';

export const english: Wording = {
  point: '.',
  place: { station: 'station', of: 'of', plant: 'plant', lot: 'lot' },
  lasting: (duration) => ` for ${duration}`,
  routes: routeName,
  containments: containmentName,
  lately: (minutes) => ` in the last ${minutes} min`,
  inHours: (hours) => ` in the last ${hours} h`,
  outOfSpec: 'out of spec',
  notOk: 'not OK',
  held: 'held',
  level: {
    title: 'out of control',
    said: (amount, side, than, sigma) => `is ${amount} ${side} than ${than} (${sigma} σ)`,
    higher: 'higher',
    lower: 'lower',
    sister: 'its sister',
    sisters: (n) => `its ${n} sisters`,
    usual: 'usual',
    unknown: 'has shifted',
  },
  spread: {
    wavers: 'wavers',
    less: 'scatters less',
    times: (ratio, than) => `, spread ${ratio} × ${than}`,
    sister: 'that of its sister',
    sisters: (n) => `that of its ${n} sisters`,
    usual: 'the usual one',
  },
  share: { often: 'fails too often', times: (ratio) => `, ${ratio} × as often as usual` },
  gauge: {
    off: 'is measured by a gauge that is off its master part',
    by: (sigma) => ` by ${sigma} σ`,
    first: 'Check the gauge first: it is off its master part, or its check is overdue. ',
    action: sentenceEnglish['gauge-action'],
  },
  apart: {
    differs: 'differs between machines or positions otherwise than usual',
    by: (amount, sigma) => ` by ${amount} (${sigma} σ)`,
  },
  most: { positions: (n) => `, most of ${n} positions`, machines: (n) => `, most of ${n} machines` },
  some: { positions: (n) => `, some of ${n} positions`, machines: (n) => `, some of ${n} machines` },
  departs: 'is out of control',
  kOfN: {
    title: 'several out of spec',
    said: (bad, of, items) => `is out of spec in ${bad} of the last ${of} ${items}`,
    unknown: 'is out of spec again and again',
  },
  verdict: 'the verdict',
  noReaction: sentenceEnglish['no-reaction'],
  reactions: 'What to do is said by the control plan, and by every message of the template cellthread.',
  overflow: (more) => `${more} more, not listed`,
  safety: {
    title: 'safety',
    said: (characteristic, rule) => `${characteristic} is ${rule}`,
  },
  commands: {
    outOfSpec: 'out of spec',
    unanswered: 'out of spec and not answered',
    isOutOfSpec: (item, characteristic, at) => `${item}: ${characteristic} is out of spec at ${at}`,
    visit: 'Visit',
    contained: (containment) => `It is put on hold, by the plan for: ${containment}.`,
    unproven: (items) => `${items} that nobody can call good, held`,
    itemAt: (item, at) => `${item} at ${at}`,
    characteristic: 'Characteristic',
    kinds: {
      conflicting: {
        summary: 'two records bear its ID and visit',
        what: 'Two units may bear one ID, or a station counted from 1 again. Both records stand, the worse decides. Look for the second unit; strike the record of a wrong ID with an event of kind void.',
      },
      unmeasured: {
        summary: 'a special characteristic was not measured',
        what: 'The station passed it without the value that the plan asks of every one. Measure it, or find out why the gauge says nothing.',
      },
      implausible: {
        summary: 'a value lies outside what the gauge can say',
        what: 'The gauge sent an error number or is out of order, so nothing was measured. Check the gauge with the master part and measure again.',
      },
    },
  },
  silent: {
    title: (site) => `${site}: a station has fallen silent`,
    summary: 'no results',
    sensor: 'its air is not measured any more',
    description:
      'Look whether anything leaves it. If they do: check the station computer, its network and the MQTT broker; results are kept by the station and arrive later. Of a zone that is not measured: look at its sensors and their gateway.',
  },
  unread: {
    title: 'Cellthread cannot read its data',
    summary: 'Cellthread does not see what it should: ',
    unreadable: 'its data cannot be read',
    description:
      'What is wrong there is not seen. Press “Save & test” of the data source: it says whether the database answers; signals of kind “unread” in Explore say why. ' +
      'Until it works, the line must rely on the interlocks of PLC and MES.',
  },
  plant: ({ characteristic, site, rule, reason, size, unheard, waiting }) => ({
    clock: {
      title: 'The clock of a station is wrong, or its records wait',
      summary: `records bear another time than that of their arrival (${rule})`,
      description:
        'The records are stored and judged, but charts show them at the wrong time. Set the clock of the station computer, or look where its records wait. Records that only tell what was bear "history": true.',
    },
    pointer: {
      title: 'The index leads to the record of another item',
      summary:
        'the index leads {{ with $labels.cell_id }}from item {{ . }} {{ end }}to another item’s record or to none',
      description:
        'Two records overwrote each other, or one was deleted. The traveler of the item shows the rest and says so. Have the station send its record again.',
    },
    rejected: {
      title: 'Inputs are rejected',
      summary: `${site}{{ with $labels.equipment }}, {{ . }}{{ end }}: inputs are rejected{{ if $labels.rule }} (${reason}){{ end }}`,
      description:
        'They are kept in the database of rejected inputs with the reason. Find the sender by its topic, repair it, and send the kept messages again with `cellthread replay`.',
    },
    ingest: {
      title: 'The path of the data is about to fail',
      summary: `{{ $labels.equipment }}: records are about to be lost (${rule}, ${size} × what is allowed)`,
      description:
        'docs/full-disk.md says under {{ $labels.rule }} what it means and what to do, before anything is lost.',
    },
    environment: {
      title: 'The air of a zone is out of its limits',
      summary: `{{ with $labels.characteristic }}${characteristic}{{ else }}the air{{ end }} is out of its limits`,
      description:
        'Close doors, look at the dryer and the air conditioning; what was made since is marked on its traveler.',
    },
    unacknowledged: {
      title: 'Nobody acknowledged a signal in time',
      summary: `{{ with $labels.characteristic }}${characteristic}: {{ end }}nobody acknowledged what was told`,
      description:
        'The team that was told first did not. Acknowledge it in _Signals_ or say what was done, and look why nobody did.',
    },
    'hold-unanswered': {
      title: 'A line does not acknowledge what is held or decided',
      summary: `the line did not acknowledge {{ if eq $labels.rule "decision" }}what was decided about ${unheard}{{ else }}that ${unheard} {{ if eq $facts.cells "1" }}is{{ else }}are{{ end }} held{{ end }}`,
      description: sentenceEnglish['unheard-action'],
    },
    unheeded: {
      title: 'Somebody decided who may not',
      summary: `a decision does not count: {{ if eq $labels.rule "by-mes" }}people decide here, not the MES{{ else }}a machine may not decide{{ end }}`,
      description: sentenceEnglish['unheeded-action'],
    },
    'decisions-differ': {
      title: 'MES and Cellthread differ',
      summary: `the MES {{ if eq $labels.rule "still-held" }}lets go on what is held here{{ else }}decided otherwise than was proposed{{ end }}`,
      description: sentenceEnglish['differ-action'],
    },
    unanswered: {
      title: 'Nobody answers what was proposed or asked for',
      summary: `{{ with $labels.characteristic }}${characteristic}: {{ end }}nobody answers, ${waiting}`,
      description: sentenceEnglish['unanswered-action'],
    },
    keeper: {
      title: 'The keeper is not up to date',
      summary: `the keeper {{ with $labels.position }}({{ . }}) {{ end }}{{ if eq $labels.rule "unseen" }}has not seen all that was stored{{ else }}does not look{{ end }}`,
      description: sentenceEnglish['keeper-action'],
    },
    overdue: {
      title: 'A master check or calibration is overdue',
      summary: `the gauge{{ with $labels.characteristic }} of ${characteristic}{{ end }} was not checked in time`,
      description: 'Measure the master part. Until then a drift of the gauge looks like one of the process.',
    },
    'no-reading': {
      title: 'A gauge says nothing',
      summary: `the gauge of ${characteristic} says nothing that can be true`,
      description: `The value is not sent, or no gauge can give it. ${sentenceEnglish['reading-action']}`,
    },
    missing: {
      title: 'Items did not arrive in time',
      summary: 'items did not arrive in time',
      description: 'Look for them between this station and the one before.',
    },
    late: {
      title: 'Items arrived too late or too early',
      summary:
        'items arrived {{ if eq $labels.rule "too-early" }}before the shortest{{ else }}after the longest{{ end }} time that the plan allows',
      description: 'Quality decides whether they may go on.',
    },
    skipped: {
      title: 'Items passed a station by',
      summary: 'items went on without a result of it',
      description:
        'Bring them back, or let quality decide without this station. Look whether its records wait somewhere.',
    },
    'station-nok': {
      title: 'A station says not OK, though every value is in spec',
      summary: 'it says not OK, though every value is in spec',
      description:
        'The station saw what its values do not show (camera, time-out, interlock). Its own screen or log says why.',
    },
    'unknown-verdict': {
      title: 'The verdict of a station is no word that is known',
      summary: 'its verdict is no word that is known',
      description:
        'The words are ok, nok, retest and skipped. Until the station says one of them its items have no verdict.',
    },
    'verdict-differs': {
      title: 'A station’s verdict differs from that of the plan',
      summary: 'its verdict differs from that of the plan’s limits',
      description: 'Compare the limits in the station’s program with those of the plan.',
    },
  }),
  otherwise: 'The list of signals on the page Line says more.',
  kinds: signalKindName,
  rules: signalRuleName,
  unreadReasons: unreadReasonName,
  rejectedReasons: rejectedReasonName,
  message: {
    over: 'Over',
    noMore: (minutes) => `No more in the last ${minutes} min`,
    fewer: (minutes) => `Few or none in the last ${minutes} min`,
    asItWas: 'Not told again, the item is as it was',
    of: (all) => `1 of ${all}`,
    first: (n, all) => `The first ${n} of ${all}; the page Line lists them all.`,
    firstOver: (n, all) => `The first ${n} of ${all} that are over.`,
  },
};
