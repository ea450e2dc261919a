package control

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// What a plan of before that says nothing means.
const severalK, severalN = 3, 20

// SeveralOf is the plan's k of n of a station or characteristic.
func SeveralOf(row *plan.Row) Several {
	return Several{int(row.NumberOr("k_of_n_k", severalK)), int(row.NumberOr("k_of_n_n", severalN))}
}

// SeveralAt is a place of a machine and its cells, the oldest first; when it was told of otherwise, and when something was done to it
// (Unix ms).
type SeveralAt struct {
	Key   summary.Key
	Cells []Cell
	Told  []Times
	Anew  []int64
}

// toldAfter is how long something lasts at least that a rule tells people of: what came within one is told as having come at once.
const toldAfter = time.Minute

// Causes are, of a machine's places, what is told to a route: one a cause, as monitors tell it (monitor.Causes). Where most of its positions
// signal it is told itself, and those that were told before until they are over. Beside it what was told and is over, and how each place
// stands of which anything is on.
func (of Several) Causes(route string, places []SeveralAt, untilNs int64) (on, over []monitor.Told, now map[summary.Stream]Stretch) {
	m := monitor.Monitor{What: vocabulary.SignalRuleKOfN, Route: route}
	for _, at := range places {
		m.Keys = append(m.Keys, at.Key)
	}
	m.Parts = monitor.PartsOf(m.Keys)
	now = map[summary.Stream]Stretch{}
	var all []monitor.Told
	for i, stretches := range of.together(places, untilNs) {
		at := places[i]
		for _, s := range stretches {
			all = append(all, monitor.Told{Monitor: m, Key: at.Key, Episode: s.episode()})
			if s.UntilNs == 0 {
				now[at.Key.Stream] = s
			}
		}
	}
	on, over = monitor.CausesUntilNow(all, nil)
	return on, over, now
}

// together are the stretches of each place of a machine. Where one comes while most of them have k−1 at least, these come with it: what all
// places have in common shows at one after the other as each has its turn.
func (of Several) together(places []SeveralAt, untilNs int64) [][]Stretch {
	out, near := make([][]Stretch, len(places)), make([][]Stretch, len(places))
	var came []int64
	for i, at := range places {
		out[i] = of.Follow(at.Cells, at.Told, at.Anew, untilNs)
		near[i] = Several{max(1, of.K-1), of.N}.Follow(at.Cells, at.Told, at.Anew, untilNs)
		for _, s := range out[i] {
			came = append(came, s.FromNs)
		}
	}
	slices.Sort(came)
	for _, ns := range came {
		alike := map[int]Stretch{}
		for i := range places {
			if at := slices.IndexFunc(near[i], func(s Stretch) bool { return s.has(ns) }); at >= 0 {
				alike[i] = near[i][at]
			}
		}
		if len(alike) < 2 || 2*len(alike) <= len(places) {
			continue
		}
		for i, s := range alike {
			out[i] = s.from(ns, out[i])
		}
	}
	return out
}

// has tells whether it was on at a moment.
func (s Stretch) has(ns int64) bool { return s.FromNs <= ns && (s.UntilNs == 0 || ns < s.UntilNs) }

// from takes the place of those that begin in it after a moment, as if it had begun then; nothing where one of them is on by then.
func (s Stretch) from(ns int64, all []Stretch) []Stretch {
	if slices.ContainsFunc(all, func(o Stretch) bool { return o.has(ns) }) {
		return all
	}
	s.FromNs = ns
	all = append(slices.DeleteFunc(slices.Clone(all), func(o Stretch) bool { return s.has(o.FromNs) }), s)
	slices.SortFunc(all, func(a, b Stretch) int { return cmp.Compare(a.FromNs, b.FromNs) })
	return all
}

func (s Stretch) episode() monitor.Episode {
	minute := toldAfter.Milliseconds()
	came := s.FromNs / 1e6 / minute * minute
	return monitor.Episode{SinceMs: s.SinceNs / 1e6, FirstMs: came, LastMs: max(came, s.UntilNs/1e6), Over: s.UntilNs != 0}
}

// TimesOf is when an episode was told.
func TimesOf(t monitor.Told) Times {
	out := Times{From: t.Begins() * 1e6, Until: math.MaxInt64}
	if t.Over {
		out.Until = t.LastMs * 1e6
	}
	return out
}
