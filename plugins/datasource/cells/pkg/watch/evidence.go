package watch

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Evidence is what a departing stream (of one that departs with a lot, the lot) measured since it departs, and what is usual: what its sisters measured meanwhile, what its
// approved limits say, or what it did before. NaN where that is not known; levels and spreads (standard deviations) in units of
// the characteristic, shares of one. Cells below zero are not known.
type Evidence struct {
	// OutOfSpec is of values, NotOK of verdicts: whichever it is.
	Cells, OutOfSpec, NotOK int
	LevelNow, LevelUsual    float64
	SpreadNow, SpreadUsual  float64
	ShareNow, ShareUsual    float64
	// Ratio is spread over spread, share over share, or of a level its departure in standard deviations of single cells.
	Ratio float64
	// Departs is what does, as What of its monitor; a spread where that is why a level departed.
	Departs string
	// Sisters are those it is held against.
	Sisters int
	// Parts is how many parts there are of a machine or line that is told because most of them depart, below zero where no more than half
	// are left that do, 0 of others. What it departs by is then the mean of what those do.
	Parts int
	// Between are the streams of which one departs, where nothing says which; a level is then that of the first, and the usual one what
	// the others measured makes of it.
	Between []summary.Stream
}

// EvidenceOf is that of something that departs, by what was counted until a moment (Unix ms), which is now: what was measured since its last
// window ended passed the same stream.
func EvidenceOf(t monitor.Told, book *summary.Book, untilMs int64) Evidence {
	if !t.Over {
		t.LastMs = max(t.LastMs, untilMs)
	}
	key := t.Key
	if t.Lot != "" {
		// Others may be measured on the same machine or line meanwhile.
		key.Lot = t.Lot
	}
	all := since(book, key, t.Episode)
	own := all
	if t.Apart() {
		own = since(book, t.Among()[0], t.Episode)
	}
	out := Evidence{
		Cells: max(all.Judged, all.N), OutOfSpec: all.Bad, NotOK: -1, Departs: t.What,
		LevelNow: meanOf(own), SpreadNow: math.Sqrt(own.Variance()), ShareNow: shareOf(own),
		LevelUsual: math.NaN(), SpreadUsual: math.NaN(), ShareUsual: math.NaN(),
	}
	if key.Characteristic == "" {
		// What the station finds fault with may have all its values within limits.
		out.OutOfSpec, out.NotOK = -1, all.Bad
	}
	switch {
	case t.What == monitor.Share:
		out.ShareUsual = t.Usual
	case t.Most != nil:
		return out.ofParts(t, book, untilMs)
	case t.Against == monitor.Lot && t.What == monitor.Level:
		// What lots usually scatter is not what their cells do: those of now are the measure.
		out.LevelUsual, out.SpreadUsual = t.Usual, out.SpreadNow
	case t.Against == monitor.Lot:
		out.SpreadUsual = math.Pow(t.Usual, 1.5)
	case t.Limits != nil:
		limits := t.Limits[t.Stream]
		if limits.Centre != nil {
			out.LevelUsual = *limits.Centre
		}
		if limits.SigmaWithin != nil {
			out.SpreadUsual = *limits.SigmaWithin
		}
	default:
		out.besideSisters(t, book)
	}
	out.Parts = t.PartsTold()
	if t.Apart() {
		for _, key := range t.Among() {
			out.Between = append(out.Between, key.Stream)
		}
	}
	if t.What == monitor.Level && monitor.Wavers(own, out.LevelUsual, out.SpreadUsual) {
		out.Departs = monitor.Spread
	}
	switch out.Departs {
	case monitor.Spread:
		out.Ratio = out.SpreadNow / out.SpreadUsual
	case monitor.Share:
		out.Ratio = out.ShareNow / out.ShareUsual
	default:
		out.Ratio = (out.LevelNow - out.LevelUsual) / out.SpreadUsual
	}
	out.LevelNow, out.SpreadNow = inUnits(t.Scale, out.LevelNow, out.SpreadNow)
	out.LevelUsual, out.SpreadUsual = inUnits(t.Scale, out.LevelUsual, out.SpreadUsual)
	return out
}

// ofParts takes the means of what its parts show that depart, of those that last.
func (out Evidence) ofParts(t monitor.Told, book *summary.Book, untilMs int64) Evidence {
	numbers := func(e *Evidence) []*float64 {
		return []*float64{&e.LevelNow, &e.LevelUsual, &e.SpreadNow, &e.SpreadUsual, &e.Ratio}
	}
	out.Parts, out.LevelNow, out.LevelUsual, out.SpreadNow, out.SpreadUsual, out.Ratio = t.PartsTold(), 0, 0, 0, 0, 0
	lasting := t.Lasting()
	for _, part := range lasting {
		of := EvidenceOf(part, book, untilMs)
		for i, n := range numbers(&of) {
			*numbers(&out)[i] += *n / float64(len(lasting))
		}
	}
	return out
}

func inUnits(s monitor.Scale, level, spread float64) (inUnits, spreadInUnits float64) {
	return s.Level(level), s.Spread(level, spread)
}

// besideSisters takes the medians of the sisters; a level's own standing difference from them is usual.
func (out *Evidence) besideSisters(t monitor.Told, book *summary.Book) {
	var means, deviations []float64
	against := t.HeldAgainst()
	if t.Apart() {
		against = t.Among()[1:]
	}
	for _, key := range against {
		s := since(book, key, t.Episode)
		if s.N > 0 {
			out.Sisters++
			means = append(means, s.Mean)
		}
		if d := math.Sqrt(s.Variance()); !math.IsNaN(d) {
			deviations = append(deviations, d)
		}
	}
	out.LevelUsual, out.SpreadUsual = monitor.MedianOf(means), monitor.MedianOf(deviations)
	switch {
	case t.What == monitor.Level:
		out.LevelUsual += t.Usual
	case t.Apart():
		// Where spreads lie apart, how far means do is as usual and says nothing.
		out.LevelUsual = math.NaN()
	}
}

// since is all that a stream measured since an episode began.
func since(book *summary.Book, key summary.Key, e monitor.Episode) (out summary.Step) {
	for s := range book.Steps(key).Between(e.SinceMs-e.SinceMs%book.LengthMs, e.LastMs).All() {
		out = out.With(s)
	}
	return out
}

func meanOf(s summary.Step) float64 {
	if s.N == 0 {
		return math.NaN()
	}
	return s.Mean
}

func shareOf(s summary.Step) float64 {
	if s.Judged == 0 {
		return math.NaN()
	}
	return float64(s.Bad) / float64(s.Judged)
}
