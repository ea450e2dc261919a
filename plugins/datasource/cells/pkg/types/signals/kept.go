package signals

import (
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// What happened while nobody evaluated a rule of cells is not to be lost. A rule that asks for hours finds it when it is evaluated again;
// so that it need not read hours of records every ten seconds, what it found stays found. Of a rule that counts cells of the last minutes
// the minutes that it missed are read once, and counted as long as if they had come now.

const (
	// recent is how far back every evaluation reads.
	recent = 15 * time.Minute
	// unbroken is the longest pause between two evaluations that loses nothing: what came in it is seen for as long as a rule waits.
	unbroken = 5 * time.Minute
	// wholeAgain is how often the hours of a rule are read again: what was struck meanwhile is gone then. What could not be read, of those
	// that count as well, is tried again as often.
	wholeAgain = 15 * time.Minute
	// mostMissed is how much that was missed is read.
	mostMissed = 3 * time.Hour
	// mostKept is how many signals are kept of a rule, the newest.
	mostKept = 2000
)

// keptCells are what rules of cells found before, by what they ask.
type keptCells struct {
	mu  sync.Mutex
	all map[string]keptAnswer
}

type keptAnswer struct {
	// at is the last evaluation that saw what is new, until is how long what was found holds, or what could not be read is left.
	at, until time.Time
	// plan is the version of the plan by which cells of hours were found.
	plan  uint64
	found []keptSignal
	// older is how many came before and are not kept.
	older int
	// owed: what a rule that counts missed could not be read yet. It begins at missed, and ends at resumed once evaluations see again
	// what is new.
	owed            bool
	missed, resumed time.Time
	// lacks is what it does not tell.
	lacks unjudged
}

// keptSignal is one that was found, and when it came at the latest.
type keptSignal struct {
	signal
	came time.Time
}

// known is by name when signals came.
func (a keptAnswer) known() map[string]time.Time {
	out := map[string]time.Time{}
	for _, of := range a.found {
		out[of.name()] = of.came
	}
	return out
}

// sinceMissed leaves out what was told since evaluations saw again what is new, but what came within so long before now.
func (a keptAnswer) sinceMissed(found []keptSignal, now time.Time, span time.Duration) []keptSignal {
	if a.resumed.IsZero() {
		return found
	}
	return slices.DeleteFunc(found, func(of keptSignal) bool { return of.came.After(a.resumed) && of.came.Before(now.Add(-span)) })
}

// keptSignals are those that were found in a range, and when they came: by the time of their record, or, where that lies outside of the
// range or is not known, when they were found first.
func keptSignals(found []signal, over source.Range, known map[string]time.Time) (out []keptSignal) {
	for _, of := range found {
		s := keptSignal{of, over.To}
		if ms, err := strconv.ParseInt(of.Labels["pass"], 10, 64); err == nil {
			if at := time.UnixMilli(ms); !at.Before(over.From) && at.Before(over.To) {
				s.came = at
			}
		}
		if came, is := known[s.name()]; is {
			s.came = came
		}
		out = append(out, s)
	}
	return out
}

// lastCame are so many of those that came last.
func lastCame(found []keptSignal, most int) []keptSignal {
	slices.SortStableFunc(found, func(a, b keptSignal) int { return b.came.Compare(a.came) })
	return found[:min(len(found), most)]
}

func (c *keptCells) of(asked string) (keptAnswer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	kept, known := c.all[asked]
	kept.found = copiedKept(kept.found)
	return kept, known
}

func (c *keptCells) keep(asked string, kept keptAnswer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.all == nil || len(c.all) >= maxMoments {
		c.all = map[string]keptAnswer{}
	}
	kept.found = copiedKept(kept.found)
	c.all[asked] = kept
}

func copiedKept(found []keptSignal) (out []keptSignal) {
	for _, of := range found {
		of.Labels = maps.Clone(of.Labels)
		out = append(out, of)
	}
	return out
}
