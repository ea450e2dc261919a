package signals

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// keeping is how one evaluation looks: over less or more than was asked for, and beside what was found before.
type keeping struct {
	asked string
	span  time.Duration
	kept  keptAnswer
	// hours: the rule asks for hours. more: this evaluation reads more than the others, all of them or what was missed.
	hours, more bool
	// unbroken: evaluations before have seen all that came, by the same plan.
	unbroken bool
	before   []keptSignal
}

// keep chooses how far back an evaluation reads; nil where that is what its rule asks for.
func (s *search) keep() *keeping {
	over, span := s.Range, s.Range.To.Sub(s.Range.From)
	if !s.Alerting || s.query.State != vocabulary.StateFresh || s.Now().Sub(over.To) > longestDelay || !s.query.keeps(span > recent) {
		return nil
	}
	k := &keeping{asked: fmt.Sprint(s.query.askedOf(), span), span: span, hours: span > recent}
	var known bool
	k.kept, known = s.memory.cells.of(k.asked)
	pause := over.To.Sub(k.kept.at)
	k.unbroken = known && pause >= 0 && pause <= unbroken
	holds := k.unbroken && over.To.Before(k.kept.until)
	if k.hours {
		k.list(s, over, holds)
	} else {
		k.count(s, over, holds, known && pause > unbroken)
	}
	if !k.more {
		s.lack(k.kept.lacks)
	}
	return k
}

// list chooses what a rule reads that lists cells of hours. What was found by another plan may be of another severity or route: a cell would
// be two alerts.
func (k *keeping) list(s *search, over source.Range, holds bool) {
	version := s.plan.Stations.Version("") + s.plan.Characteristics.Version("")
	if k.kept.plan != version || s.plan.Remeasures("", k.kept.at.UnixNano(), over.To.UnixNano()) {
		k.kept.plan, k.kept.found, k.unbroken, holds = version, nil, false, false
	}
	if holds {
		s.Range.From, k.before = over.To.Add(-recent), k.kept.found
	} else {
		k.more, k.kept.until = true, over.To.Add(wholeAgain)
	}
}

// count chooses what a rule reads that counts: after a pause what it missed as well; what could not be read then, once more later.
func (k *keeping) count(s *search, over source.Range, holds, paused bool) {
	owed := k.kept.owed && (k.kept.resumed.IsZero() || k.kept.resumed.After(over.To.Add(-mostMissed)))
	switch {
	case holds:
		k.before = k.kept.found
	case owed:
		k.more, k.kept.until = true, over.To.Add(recent)
	case paused:
		k.more, k.kept.until = true, over.To.Add(recent)
		k.kept.missed, k.kept.resumed = k.kept.at, time.Time{}
	default:
		k.kept = keptAnswer{}
	}
	if k.more {
		missed := over.To.Sub(k.kept.missed) + evaluationSpread
		s.Range.From = over.To.Add(-max(k.span, min(missed, mostMissed)))
	}
}

// lack has who looks after alert rules know what this one does not tell.
func (s *search) lack(u unjudged) {
	if u == (unjudged{}) {
		return
	}
	for _, kind := range s.query.Kinds {
		for _, key := range s.keysOf(kind) {
			s.leave(key.Station, u)
		}
	}
}

// keeps tells whether what a query finds is kept: single cells over hours, or the number of cells of the last minutes, but of those of
// which some are daily business.
func (q *Query) keeps(hours bool) bool {
	return !slices.ContainsFunc(q.kinds(), func(k signalKind) bool {
		return !k.ofCells() || k.counted() == hours || slices.Contains(vocabulary.SeveralSignals, k.Name)
	})
}

// with adds what was found before, and keeps what the next evaluation is to know.
func (k *keeping) with(s *search, over source.Range, found []signal) []signal {
	if s.Log.WasCut() {
		k.tooMuch(s, over, vocabulary.UnreadCut)
		return found
	}
	all, known := keptSignals(found, s.Range, k.kept.known()), map[string]bool{}
	for _, of := range all {
		known[of.name()] = true
	}
	for _, of := range k.before {
		if !known[of.name()] {
			all = append(all, of)
		}
	}
	k.kept.at = over.To
	if k.more {
		k.kept.owed, k.kept.lacks, k.kept.older = false, unjudged{}, 0
	} else if k.kept.owed && k.kept.resumed.IsZero() {
		k.kept.resumed = over.To.Add(-k.span)
	}
	if k.more && !k.hours {
		all = k.kept.sinceMissed(all, over.To, k.span)
	}
	if k.hours || k.more {
		if more := len(all) - mostKept; more > 0 {
			all = lastCame(all, mostKept)
			k.kept.older += more
		}
		k.kept.found = all
	}
	s.older = k.kept.older
	s.memory.cells.keep(k.asked, k.kept)
	found = nil
	for _, of := range all {
		found = append(found, of.signal)
	}
	return found
}

// failed notes that an evaluation could not read what it wanted to.
func (k *keeping) failed(ctx context.Context, s *search, over source.Range, err error) {
	if problem, _ := s.problemOf(ctx, err); problem == vocabulary.UnreadCut || problem == vocabulary.UnreadTimedOut {
		k.tooMuch(s, over, problem)
	}
}

// tooMuch leaves for a while what cannot be read at once, so that the next evaluation sees what is new beside what was known.
func (k *keeping) tooMuch(s *search, over source.Range, problem string) {
	if !k.more {
		return
	}
	from, to := s.Range.From, over.To.Add(-min(k.span, recent))
	k.kept.lacks = unjudged{
		Rule: problem, Detail: inFull(detailInVain, from.UTC().Format(time.RFC3339), to.UTC().Format(time.RFC3339)),
		// What was seen already lacks at most that some of it was struck.
		Passes: k.hours && k.unbroken && k.kept.lacks == (unjudged{}),
	}
	k.kept.at, k.kept.until, k.kept.resumed, k.kept.owed = over.To, over.To.Add(wholeAgain), time.Time{}, !k.hours
	k.kept.found = slices.DeleteFunc(k.kept.found, func(of keptSignal) bool { return !k.hours || of.came.Before(over.From) })
	s.memory.cells.keep(k.asked, k.kept)
}
