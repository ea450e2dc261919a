package signals

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// What happened while nobody evaluated a rule of cells is not to be lost. A rule that asks for hours finds it when it is evaluated again;
// so that it need not read hours of records every ten seconds, what it found stays found. Of a rule that counts cells of the last minutes
// the minutes that it missed are read once, and counted as long as if they had come now.

const (
	// recent is how far back every evaluation reads.
	recent = 15 * time.Minute
	// unbroken is the longest pause between two evaluations that loses nothing: what came in it is seen for as long as a rule waits.
	unbroken = 5 * time.Minute
	// wholeAgain is how often the hours of a rule are read again: what was struck meanwhile is gone then.
	wholeAgain = 15 * time.Minute
	// mostMissed is how much that was missed is read.
	mostMissed = 3 * time.Hour
	// mostKept is how many signals are kept of a rule; one that finds more reads all each time.
	mostKept = 2000
)

// keptCells are what rules of cells found before, by what they ask.
type keptCells struct {
	mu  sync.Mutex
	all map[string]keptAnswer
}

type keptAnswer struct {
	// at is the last evaluation that saw all, until is how long what was found holds.
	at, until time.Time
	found     []signal
}

// keeping is how one evaluation looks: over less or more than was asked for, and beside what was found before.
type keeping struct {
	asked string
	kept  keptAnswer
	// hours: the rule asks for hours. more: this evaluation reads more than the others, all of them or what was missed.
	hours, more bool
	before      []signal
}

// keep chooses how far back an evaluation reads; nil where that is what its rule asks for.
func (s *search) keep() *keeping {
	over, span := s.Range, s.Range.To.Sub(s.Range.From)
	if !s.Alerting || s.query.State != vocabulary.StateFresh || s.Now().Sub(over.To) > longestDelay || !s.query.keeps(span > recent) {
		return nil
	}
	k := &keeping{asked: fmt.Sprint(s.query.askedOf(), span), hours: span > recent}
	var known bool
	k.kept, known = s.memory.cells.of(k.asked)
	pause := over.To.Sub(k.kept.at)
	holds := known && pause >= 0 && pause <= unbroken && over.To.Before(k.kept.until)
	switch {
	case holds && k.hours:
		s.Range.From, k.before = over.To.Add(-recent), k.kept.found
	case holds:
		k.before = k.kept.found
	case k.hours:
		k.more, k.kept.until = true, over.To.Add(wholeAgain)
	case known && pause > unbroken:
		k.more, k.kept.until = true, over.To.Add(recent)
		s.Range.From = over.To.Add(-max(span, min(pause+evaluationSpread, mostMissed)))
	}
	return k
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
		k.tooMuch(s, over)
		return found
	}
	known := map[string]bool{}
	for _, of := range found {
		known[fmt.Sprint(of.Labels)] = true
	}
	for _, of := range k.before {
		if !known[fmt.Sprint(of.Labels)] {
			found = append(found, of)
		}
	}
	k.kept.at = over.To
	if k.hours || k.more {
		k.kept.found = copied(found)
	}
	if len(k.kept.found) > mostKept {
		k.kept = keptAnswer{at: over.To}
	}
	s.memory.cells.keep(k.asked, k.kept)
	return found
}

// tooMuch gives up what cannot be read at once, so that the next evaluation sees what is new.
func (k *keeping) tooMuch(s *search, over source.Range) {
	if k.more {
		s.memory.cells.keep(k.asked, keptAnswer{at: over.To, until: over.To.Add(wholeAgain)})
	}
}

func (c *keptCells) of(asked string) (keptAnswer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	kept, known := c.all[asked]
	kept.found = copied(kept.found)
	return kept, known
}

func (c *keptCells) keep(asked string, kept keptAnswer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.all == nil || len(c.all) >= maxMoments {
		c.all = map[string]keptAnswer{}
	}
	c.all[asked] = kept
}
