package seals

import (
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// verifyMargin is how long after a day's seal is due whoever verifies waits for it.
const verifyMargin = time.Hour

// MustBe is the last day of which there must be a seal at a moment.
func MustBe(now time.Time) Day { return Due(now.Add(-verifyMargin)) }

// Stored is a row of an event as far as it is compared with what was sealed.
type Stored struct {
	Entry
	Kind string
	Day  Day // on which it was stored
}

// StoredOf is a row of an event.
func StoredOf(row record.Row) Stored {
	id, _ := row.Fields["event_id"].(string)
	return Stored{Entry{ID: id, At: row.NS, SHA256: record.Hash(row)}, row.Tags["kind"], DayOf(StoredAt(row))}
}

// Record is what is compared: every seal, the lists of the days that are verified and of the LateDays after them, each row that was stored on
// these days, and each that stands where one of these lists says.
type Record struct {
	Seals  []Seal // in the order of their days
	Lists  map[Day][]Entry
	Stored []Stored
}

// Finding is what shows that somebody changed what was stored: one of vocabulary.AuditFindings, of an event where it is of one.
type Finding struct {
	State, ID string
	At        int64 // time of the row of the event, ns
}

// Verdict is what seals say of a day. State is as-sealed, that of its first finding, not-yet or not-sealed.
type Verdict struct {
	Day      Day
	State    string
	Count    int      // of its seal
	Late     []string // event_ids that were sealed on it and stored under a day that was sealed before
	Findings []Finding
}

// Verified are days that were compared, and what is known of each row that was stored on them.
type Verified struct {
	Days []Verdict

	first, last Day
	verdicts    map[Day]Verdict
	listed      map[string][]sealedEntry
}

// sealedEntry is an entry of the list of a day.
type sealedEntry struct {
	Entry
	on Day
}

// Verify compares the days of a range, ends included. due is the last of which there must be a seal.
func Verify(r Record, from, to, due Day) *Verified {
	v := &Verified{verdicts: map[Day]Verdict{}, listed: map[string][]sealedEntry{}}
	seals := map[Day]*Seal{}
	for i, seal := range r.Seals {
		seals[seal.Day] = &r.Seals[i]
	}
	if len(r.Seals) > 0 {
		v.first, v.last = r.Seals[0].Day, r.Seals[len(r.Seals)-1].Day
	}
	for day, list := range r.Lists {
		for _, e := range list {
			v.listed[e.Key()] = append(v.listed[e.Key()], sealedEntry{e, day})
		}
	}
	stored, onDay := map[string][]Stored{}, map[Day][]Stored{}
	for _, row := range r.Stored {
		stored[row.Key()] = append(stored[row.Key()], row)
		onDay[row.Day] = append(onDay[row.Day], row)
	}
	for day := from; day <= to; day = day.Add(1) {
		verdict := Verdict{Day: day}
		switch {
		case v.first == "" || day < v.first:
			verdict.State = vocabulary.AuditNotSealed
		case day > max(due, v.last):
			verdict.State = vocabulary.AuditNotYet
		default:
			verdict = v.day(day, seals, r.Lists[day], stored, onDay[day])
		}
		v.Days = append(v.Days, verdict)
		v.verdicts[day] = verdict
	}
	return v
}

func (v *Verified) day(day Day, seals map[Day]*Seal, list []Entry, stored map[string][]Stored, onDay []Stored) Verdict {
	out := Verdict{Day: day, State: vocabulary.AuditAsSealed}
	find := func(state string, of Entry) { out.Findings = append(out.Findings, Finding{state, of.ID, of.At}) }
	if seal := seals[day]; seal == nil {
		find(vocabulary.AuditUnsealed, Entry{})
	} else {
		of, is := seal.says()
		out.Count = of.Count
		switch next := seals[day.Add(1)]; {
		case !is, next.namesAnother(seal), day == v.first && of.Before != "":
			find(vocabulary.AuditSeal, Entry{})
		}
		if is && (of.Count != len(list) || of.Root != Root(list)) {
			find(vocabulary.AuditList, Entry{})
		}
	}
	for _, e := range list {
		rows := stored[e.Key()]
		switch {
		case slices.ContainsFunc(rows, func(row Stored) bool { return row.SHA256 == e.SHA256 }):
		case len(rows) > 0:
			find(vocabulary.AuditChanged, e)
		default:
			find(vocabulary.AuditMissing, e)
		}
		if len(rows) > 0 && !slices.ContainsFunc(rows, func(row Stored) bool { return row.Day >= day }) {
			out.Late = append(out.Late, e.ID)
		}
	}
	for _, row := range onDay {
		if seals[day] != nil && v.isAdded(row, len(stored[row.Key()])) {
			find(vocabulary.AuditAdded, row.Entry)
		}
	}
	if len(out.Findings) > 0 {
		out.State = out.Findings[0].State
	}
	return out
}

// isAdded tells whether no seal lists a row; one that took the place of what is listed is changed.
func (v *Verified) isAdded(row Stored, standing int) bool {
	entries := v.listed[row.Key()]
	return len(entries) < standing && !slices.ContainsFunc(entries, func(e sealedEntry) bool { return e.SHA256 == row.SHA256 })
}

// Of is what is known of a row, and the day whose seal lists it; that day is empty where none does.
func (v *Verified) Of(row Stored) (state string, on Day) {
	entries := v.listed[row.Key()]
	for _, e := range entries {
		if e.SHA256 == row.SHA256 {
			return v.relied(e.on), e.on
		}
	}
	switch verdict, known := v.verdicts[row.Day]; {
	case len(entries) > 0:
		return vocabulary.AuditChanged, entries[0].on
	case v.first == "" || row.Day < v.first:
		return vocabulary.AuditNotSealed, ""
	case row.Day > v.last:
		return vocabulary.AuditNotYet, ""
	case !known:
		return vocabulary.AuditNotVerified, ""
	case len(verdict.Findings) > 0 && verdict.Findings[0].State == vocabulary.AuditUnsealed:
		return vocabulary.AuditUnsealed, ""
	}
	return vocabulary.AuditAdded, ""
}

// relied is as-sealed on a day whose seal and list can be relied on, else what is wrong with these.
func (v *Verified) relied(on Day) string {
	for _, f := range v.verdicts[on].Findings {
		if f.ID == "" && f.At == 0 {
			return f.State
		}
	}
	return vocabulary.AuditAsSealed
}
