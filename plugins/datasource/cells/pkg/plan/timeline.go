package plan

import (
	"math"
	"slices"
	"sort"
)

// Stretch is a time during which one row was in force, half open, in nanoseconds since the epoch.
type Stretch struct {
	FromNs, ToNs int64
	Row          *Row
}

// forever ends a stretch whose row is still in force.
const forever = math.MaxInt64

// Timeline is the stretches of one scope, in order, without overlap; where nothing is in force there is none.
type Timeline []Stretch

// At is the row in force at a moment; nil when there is none.
func (t Timeline) At(ns int64) *Row {
	i := sort.Search(len(t), func(i int) bool { return t[i].ToNs > ns })
	if i == len(t) || t[i].FromNs > ns {
		return nil
	}
	return t[i].Row
}

// sinceEver is the timeline with what held at the moment when the plan began extended into the past: what was measured before
// is judged by it.
func (t Timeline) sinceEver(begin int64) Timeline {
	first := sort.Search(len(t), func(i int) bool { return t[i].ToNs > begin })
	if first == len(t) || t[first].FromNs > begin {
		return t
	}
	out := slices.Clone(t[first:])
	out[0].FromNs = math.MinInt64
	return out
}

// Between is the part of the timeline in [from, to), cut to it.
func (t Timeline) Between(from, to int64) Timeline {
	var out Timeline
	for _, s := range t {
		s.FromNs, s.ToNs = max(s.FromNs, from), min(s.ToNs, to)
		if s.FromNs < s.ToNs {
			out = append(out, s)
		}
	}
	return out
}

// timeline reduces the rows that hold for a scope to what was in force when. Rows recorded after knownAtMs (0: now) are
// not known.
func timeline(rows []*Row, scope Scope, knownAtMs int64) Timeline {
	// What is in force is decided stratum by stratum; only then the nearest stratum wins.
	strata := map[[2]string][]*Row{}
	var moments []int64
	for _, r := range rows {
		if scope.holds(r) && (knownAtMs == 0 || r.RecordedMs <= knownAtMs) {
			key := [2]string{r.Product, r.Stratum}
			strata[key] = append(strata[key], r)
			moments = append(moments, r.FromNs)
		}
	}
	slices.Sort(moments)
	moments = slices.Compact(moments)
	standing := make([][]*Row, 0, len(strata))
	for _, of := range strata {
		standing = append(standing, settle(of))
	}
	var out Timeline
	for i, from := range moments {
		to := int64(forever)
		if i+1 < len(moments) {
			to = moments[i+1]
		}
		row := nearestAt(standing, from, scope)
		if row == nil {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Row == row && out[n-1].ToNs == from {
			out[n-1].ToNs = to
			continue
		}
		out = append(out, Stretch{FromNs: from, ToNs: to, Row: row})
	}
	return out
}

// settle reduces the rows of one product and stratum to one a moment of effect, in order: the highest revision. A row that
// withdraws a lower revision of the same moment leaves nothing there, as if that had never been planned; one with nothing
// to withdraw at its moment stays and ends what was in force before it.
func settle(rows []*Row) []*Row {
	slices.SortStableFunc(rows, func(a, b *Row) int {
		switch {
		case a.FromNs != b.FromNs:
			return compare(a.FromNs, b.FromNs)
		case a.Revision != b.Revision:
			return compare(a.Revision, b.Revision)
		}
		return compare(a.RecordedMs, b.RecordedMs)
	})
	var out []*Row
	for i := 0; i < len(rows); {
		end := i + 1
		planned := rows[i].Active
		for end < len(rows) && rows[end].FromNs == rows[i].FromNs {
			planned = planned || rows[end].Active
			end++
		}
		if last := rows[end-1]; last.Active || !planned {
			out = append(out, last)
		}
		i = end
	}
	return out
}

func nearestAt(standing [][]*Row, ns int64, scope Scope) *Row {
	var best *Row
	for _, rows := range standing {
		i := sort.Search(len(rows), func(i int) bool { return rows[i].FromNs > ns })
		if i == 0 || !rows[i-1].Active {
			continue
		}
		if r := rows[i-1]; best == nil || nearer(r, best, scope.Attributes) {
			best = r
		}
	}
	return best
}

func compare(a, b int64) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}
