package signals

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// facts are what is known of a signal beside how far beyond it is; nothing of most kinds. Numbers are NaN where they are unknown.
type facts struct {
	// SinceMs is when it began, Unix ms; Against what it is held.
	SinceMs float64
	Against string
	// Cells are concerned; OutOfSpec, NotOK and Held of them are so.
	Cells, OutOfSpec, NotOK, Held float64
	// LevelNow to SpreadUsual are in units of the characteristic, shares of one.
	LevelNow, LevelUsual, SpreadNow, SpreadUsual, ShareNow, ShareUsual float64
	Ratio, Sisters                                                     float64
	// Parts are those of a machine or line of which most depart, below zero where no more than half are left that do.
	Parts float64
	// Departs is what does: a place in departing rules, from one on.
	Departs float64
	// Between are the places of which one departs, where nothing says which.
	Between []summary.Stream
	// OtherItems: not all that is told of are what the station works on.
	OtherItems bool
	// Gauge is the first suspect; nil where nothing is known against it.
	Gauge *suspect
}

var noFacts = func() facts {
	no := math.NaN()
	return facts{SinceMs: no, Cells: no, OutOfSpec: no, NotOK: no, Held: no, LevelNow: no, LevelUsual: no, SpreadNow: no, SpreadUsual: no,
		ShareNow: no, ShareUsual: no, Ratio: no, Sisters: no, Parts: no, Departs: no}
}()

// departingRules are what may depart, in the order of their numbers: one is the first.
var departingRules = []string{vocabulary.SignalRuleLevel, vocabulary.SignalRuleSpread, vocabulary.SignalRuleShare, vocabulary.SignalRuleGauge, vocabulary.SignalRuleApart}

func factsOf(e watch.Episode) *facts {
	f := noFacts
	f.Departs = float64(1 + slices.Index(departingRules, ruleOf(e)))
	f.SinceMs, f.Against = float64(e.SinceMs), e.Against
	f.Cells, f.OutOfSpec, f.NotOK = counted(e.Cells), counted(e.OutOfSpec), counted(e.NotOK)
	f.LevelNow, f.LevelUsual, f.SpreadNow, f.SpreadUsual = e.LevelNow, e.LevelUsual, e.SpreadNow, e.SpreadUsual
	f.ShareNow, f.ShareUsual, f.Ratio = e.ShareNow, e.ShareUsual, e.Ratio
	if f.Between = e.Between; e.Sisters > 0 && f.Between == nil {
		f.Sisters = float64(e.Sisters)
	}
	if e.Parts != 0 {
		f.Parts = float64(e.Parts)
	}
	if e.Suspect != nil {
		f.Gauge = &suspect{name: e.Suspect.Gauge, master: e.Suspect.Master, reading: &e.Suspect.Reading}
	}
	return &f
}

// counted is a number of cells; below zero it is not known.
func counted(cells int) float64 {
	if cells < 0 {
		return math.NaN()
	}
	return float64(cells)
}

// began are the facts of what began at a moment (ns), and of which nothing else is known.
func began(ns int64) *facts {
	f := noFacts
	f.SinceMs = float64(ns / 1e6)
	return &f
}

// known are a signal's facts, whatever there are.
func (s signal) known() facts {
	if s.Facts == nil {
		return noFacts
	}
	return *s.Facts
}

// measure gives the number that a query asks for in place of how far beyond: seconds, a count or a ratio; NaN where it is unknown.
func (f facts) measure(value string, nowMs int64) float64 {
	switch value {
	case vocabulary.SignalValueSince:
		return (float64(nowMs) - f.SinceMs) / 1000
	case vocabulary.SignalValueCells:
		return f.Cells
	case vocabulary.SignalValueOutOfSpec:
		return f.OutOfSpec
	case vocabulary.SignalValueNotOK:
		return f.NotOK
	case vocabulary.SignalValueHeld:
		return f.Held
	case vocabulary.SignalValueGauge:
		if f.Gauge != nil {
			return 1
		}
		return 0
	case vocabulary.SignalValueShift:
		return f.LevelNow - f.LevelUsual
	case vocabulary.SignalValueSisters:
		return f.Sisters
	case vocabulary.SignalValueParts:
		return f.Parts
	case vocabulary.SignalValueDeparts:
		return f.Departs
	}
	return f.Ratio
}

// measured are the columns of evidence: numbers of facts by name.
var measured = []struct {
	name, about string
	of          func(f facts) float64
}{
	{"cells", "items measured since it began", func(f facts) float64 { return f.Cells }},
	{"out_of_spec", "items out of spec since it began", func(f facts) float64 { return f.OutOfSpec }},
	{"not_ok", "items not OK since it began, where verdicts are judged", func(f facts) float64 { return f.NotOK }},
	{"held", "items put on hold since it began", func(f facts) float64 { return f.Held }},
	{"level_now", "mean since it began", func(f facts) float64 { return f.LevelNow }},
	{"level_usual", "mean that is usual", func(f facts) float64 { return f.LevelUsual }},
	{"spread_now", "standard deviation since it began", func(f facts) float64 { return f.SpreadNow }},
	{"spread_usual", "standard deviation that is usual", func(f facts) float64 { return f.SpreadUsual }},
	{"ratio", "spread or share over what is usual; of a level, its distance in standard deviations of items", func(f facts) float64 { return f.Ratio }},
	{"sisters", "parallel streams that it is held against", func(f facts) float64 { return f.Sisters }},
}
