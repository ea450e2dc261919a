package spc

import (
	"slices"
	"strconv"
	"strings"
)

// Signal is a hit of a rule at a point; Side is +1 high, −1 low, 0 both. Pattern are the points that make it, ascending, the
// last one Point.
type Signal struct {
	Point   int
	Rule    string
	Side    int
	Pattern []int
}

// Evaluate gives the signals of rules on a part, by point and then in the order of the rules. Strict inequality: a point
// on a limit or zone line is inside, one on the centre line breaks a run. Missing points are skipped and break nothing;
// breaks and excluded points start every pattern anew; after a signal the count goes on.
func Evaluate(p Part, d Data, rules []Rule) []Signal {
	t := newTrack(p, d)
	var out []Signal
	// Patterns share growing blocks: a chart out of control would else make one small slice a point.
	var arena []int
	sides := map[line][]uint8{}
	for _, r := range rules {
		if !p.Zones && r.Test.Shape != BeyondLimits {
			continue
		}
		l := r.Test.line()
		if sides[l] == nil {
			sides[l] = t.sides(l)
		}
		r.Test.walk(sides[l], func(i, side int) {
			from := len(arena)
			arena = t.appendPattern(arena, r.Test, i, side)
			out = append(out, Signal{t.at[i], r.ID, side, arena[from:len(arena):len(arena)]})
		})
	}
	slices.SortStableFunc(out, func(a, b Signal) int { return a.Point - b.Point })
	return out
}

// appendPattern adds the points of a hit: of "k of n" those beyond the line, of all other tests every one.
func (t *track) appendPattern(out []int, test Test, i, side int) []int {
	length := max(test.N, 1)
	first := i
	for first > 0 && i-first+1 < length && !t.fresh[first] {
		first--
	}
	for j := first; j <= i; j++ {
		if test.Shape == KOfN {
			if where := t.beyond(j, test.Z); where == 0 || (side != 0 && int(where) != side) {
				continue
			}
		}
		out = append(out, t.at[j])
	}
	return out
}

// jsNumber writes a number as JSON and JavaScript do.
func jsNumber(x float64) string {
	if x == 0 {
		return "0"
	}
	if a := max(x, -x); a >= 1e-6 && a < 1e21 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	text := strconv.FormatFloat(x, 'e', -1, 64)
	// JavaScript writes e-7 and e+21, Go e-07 and e+21.
	if at := strings.Index(text, "e-0"); at >= 0 {
		text = text[:at] + "e-" + text[at+3:]
	}
	return text
}
