package losses

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// group is what is told in one row: an episode, or those that have something in common.
type group struct {
	episodes []*loss.Episode
	loss.Figures
	// followed is of how many out of spec it is told what became of them.
	followed float64
	// fromMs and toMs bound it (Unix ms); toMs is 0 while it goes on.
	fromMs, toMs int64
	// unknown: not all of its time was looked at.
	unknown bool
}

func groupOf(all ...*loss.Episode) *group {
	g := &group{episodes: all}
	g.Figures, g.followed = loss.Sum(all)
	on := false
	for i, e := range all {
		if i == 0 || e.FromMs < g.fromMs {
			g.fromMs = e.FromMs
		}
		g.toMs, on = max(g.toMs, e.ToMs), on || !e.Over
	}
	if on {
		g.toMs = 0
	}
	return g
}

// groups are the rows of the answer.
func (s *search) groups(all []*loss.Episode) (out []*group) {
	switch {
	case s.query.By == "":
		for _, e := range slices.Backward(sorted(all)) {
			out = append(out, groupOf(e))
		}
		return out
	case s.query.By == vocabulary.LossByAll:
		g := groupOf(all...)
		g.unknown = len(all) == 0 && s.fromMs > s.over.From.UnixMilli()
		if len(all) == 0 {
			g.fromMs, g.toMs = s.over.From.UnixMilli(), s.over.To.UnixMilli()
			s.unpricedIsUnknown(g)
		}
		return []*group{g}
	case s.bucket() != nil:
		for _, at := range s.buckets() {
			g := groupOf(slices.DeleteFunc(slices.Clone(all), func(e *loss.Episode) bool {
				return e.FromMs < at.From.UnixMilli() || e.FromMs >= at.To.UnixMilli()
			})...)
			g.fromMs, g.toMs, g.unknown = at.From.UnixMilli(), at.To.UnixMilli(), at.From.UnixMilli() < s.fromMs
			s.unpricedIsUnknown(g)
			out = append(out, g)
		}
		return out
	}
	of := map[string][]*loss.Episode{}
	for _, e := range sorted(all) {
		key := s.label(e, s.query.By)
		of[key] = append(of[key], e)
	}
	for _, some := range of {
		out = append(out, groupOf(some...))
	}
	by := func(g *group) string { return s.common(g, s.query.By) }
	slices.SortFunc(out, func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.OutOfSpec, a.OutOfSpec), cmp.Compare(len(b.episodes), len(a.episodes)), table.Natural(by(a), by(b)))
	})
	return out
}

// unpricedIsUnknown: without prices not even nothing has a cost.
func (s *search) unpricedIsUnknown(g *group) {
	if !s.priced() {
		g.Cost, g.EndCost = math.NaN(), math.NaN()
	}
}

func sorted(all []*loss.Episode) []*loss.Episode {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b *loss.Episode) int {
		return cmp.Or(cmp.Compare(a.FromMs, b.FromMs), cmp.Compare(a.Station, b.Station), table.Natural(a.Equipment, b.Equipment),
			table.Natural(a.Position, b.Position), cmp.Compare(a.Characteristic, b.Characteristic))
	})
	return all
}

// label is a text of an episode, "" where it has none.
func (s *search) label(e *loss.Episode, name string) string {
	switch name {
	case vocabulary.LossCause:
		return e.Cause
	case vocabulary.LossSite:
		return e.Site
	case vocabulary.LossLine:
		return e.Line
	case vocabulary.LossStation:
		return e.Station
	case vocabulary.LossEquipment:
		return e.Equipment
	case vocabulary.LossPosition:
		return e.Position
	case vocabulary.LossProduct:
		return e.Product
	case vocabulary.LossCharacteristic:
		return e.Characteristic
	case vocabulary.LossLot:
		return e.Lot
	case vocabulary.LossShift:
		return s.days.shift(e)
	case vocabulary.LossKind:
		return e.Kind
	case vocabulary.LossRule:
		return e.Rule
	case vocabulary.LossAction:
		return e.Action
	case vocabulary.LossProof:
		return e.Proof
	}
	return ""
}

// common is a text that all episodes of a group have, "" where they differ.
func (s *search) common(g *group, name string) (text string) {
	for i, e := range g.episodes {
		switch is := s.label(e, name); {
		case i == 0:
			text = is
		case is != text:
			return ""
		}
	}
	return text
}

// seconds are the medians of how long after their beginnings something was of the episodes of a group, NaN where it was of none.
func (g *group) seconds(of func(e *loss.Episode) int64) float64 {
	var all []float64
	for _, e := range g.episodes {
		if s := e.Seconds(of(e)); !math.IsNaN(s) {
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return math.NaN()
	}
	return median(all)
}

// firstBad is the cell that was out of spec first, "" where none was.
func (g *group) firstBad() (id string) {
	first := int64(math.MaxInt64)
	for _, e := range g.episodes {
		for _, b := range e.Bad {
			if ms := b.Visit().ToMs; ms < first {
				first, id = ms, b.Cell.ID
			}
		}
	}
	return id
}

// leastMargin is how much a chart shows before and after at least.
const leastMargin = 30 * time.Minute

// view is what a chart shows (Unix ms): all of it, and what was before and after.
func (g *group) view(now time.Time) (fromMs, toMs int64) {
	margin := max(leastMargin, g.lasted(now)/4).Milliseconds()
	return g.fromMs - margin, min(g.fromMs+g.lasted(now).Milliseconds()+margin, now.UnixMilli())
}

// lasted is how long it lasted, up to now while it goes on.
func (g *group) lasted(now time.Time) time.Duration {
	to := g.toMs
	if to == 0 {
		to = now.UnixMilli()
	}
	return time.Duration(to-g.fromMs) * time.Millisecond
}
