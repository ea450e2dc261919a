package spc

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Shape is a kind of test.
type Shape string

// The tests. The last point of a pattern is flagged.
const (
	// BeyondLimits: beyond the control limits of the chart.
	BeyondLimits Shape = "beyond-limits"
	// KOfN: K of N points beyond centre ± Z·σ, the last one among them; on one side unless Either.
	KOfN Shape = "k-of-n"
	// SameSide: N points in a row on one side of the centre line.
	SameSide Shape = "same-side"
	// Trend: N points in a row rising, or falling (N − 1 steps). Alternating: going up and down in turn.
	Trend       Shape = "trend"
	Alternating Shape = "alternating"
	// Within and Outside: N points in a row within or outside centre ± Z·σ; unless Either, Outside needs both sides.
	Within  Shape = "within"
	Outside Shape = "outside"
	// Jump: two neighbours, one beyond +Z·σ and the other beyond −Z·σ.
	Jump Shape = "jump"
)

// Test is what a rule looks for; K, N, Z and Either as its shape needs them.
type Test struct {
	Shape  Shape
	K, N   int
	Z      float64
	Either bool
}

// Rule is a test for special causes.
type Rule struct {
	ID, Set, Title string
	Test           Test
}

const (
	beyondTitle = "1 point beyond a control limit"
	zoneATitle  = "2 of 3 points beyond 2σ, same side"
	zoneBTitle  = "4 of 5 points beyond 1σ, same side"
)

var (
	beyondLimits = Test{Shape: BeyondLimits}
	zoneA        = Test{Shape: KOfN, K: 2, N: 3, Z: 2}
	zoneB        = Test{Shape: KOfN, K: 4, N: 5, Z: 1}
	eightOutside = Test{Shape: Outside, N: 8, Z: 1}
)

func allBeyond(n int, z float64) Test { return Test{Shape: KOfN, K: n, N: n, Z: z} }
func inARow(s Shape, n int) Test      { return Test{Shape: s, N: n, Z: 1} }
func sideTitle(n int) string {
	return fmt.Sprintf("%d points in a row on one side of the centre line", n)
}

// RuleSets names the sets, in the order of menus.
var RuleSets = vocabulary.RuleSets

// Rules is the registry. Ids are unique and never change. Nelson 1984, J. Quality Technology 16, 237–239; Western Electric,
// Statistical Quality Control Handbook, 1956, pp. 25–27; AIAG, Statistical Process Control, 2nd ed. 2005, table II.1; Westgard
// et al. 1981, Clinical Chemistry 27, 493–501 (1-2s only warns; R-4s is meant for controls of one run, a break keeps it inside);
// westgard-extended: what westgard.com defines for other numbers of controls, and a trend; Juran's Quality Handbook as programs
// list its tests (Quinn-Curtis, "SPC named rule sets").
var Rules = []Rule{
	{"N1", "nelson", beyondTitle, beyondLimits},
	{"N2", "nelson", sideTitle(9), inARow(SameSide, 9)},
	{"N3", "nelson", "6 points in a row rising or falling", inARow(Trend, 6)},
	{"N4", "nelson", "14 points in a row alternating up and down", inARow(Alternating, 14)},
	{"N5", "nelson", zoneATitle, zoneA},
	{"N6", "nelson", zoneBTitle, zoneB},
	{"N7", "nelson", "15 points in a row within 1σ", inARow(Within, 15)},
	{"N8", "nelson", "8 points in a row outside 1σ, both sides", eightOutside},
	{"WE1", "western-electric", beyondTitle, beyondLimits},
	{"WE2", "western-electric", zoneATitle, zoneA},
	{"WE3", "western-electric", zoneBTitle, zoneB},
	{"WE4", "western-electric", sideTitle(8), inARow(SameSide, 8)},
	{"AIAG1", "aiag", beyondTitle, beyondLimits},
	{"AIAG2", "aiag", sideTitle(7), inARow(SameSide, 7)},
	{"AIAG3", "aiag", "6 points in a row rising or falling", inARow(Trend, 6)},
	{"AIAG4", "aiag", "14 points in a row alternating up and down", inARow(Alternating, 14)},
	{"AIAG5", "aiag", zoneATitle, zoneA},
	{"AIAG6", "aiag", zoneBTitle, zoneB},
	{"AIAG7", "aiag", "15 points in a row within 1σ", inARow(Within, 15)},
	{"AIAG8", "aiag", "8 points in a row outside 1σ, either side", Test{Shape: Outside, N: 8, Z: 1, Either: true}},
	{"1-2s", "westgard", "1 point beyond 2σ (warning)", allBeyond(1, 2)},
	{"1-3s", "westgard", "1 point beyond 3σ", allBeyond(1, 3)},
	{"2-2s", "westgard", "2 points in a row beyond 2σ, same side", allBeyond(2, 2)},
	{"R-4s", "westgard", "two neighbours, one beyond +2σ and one beyond −2σ", Test{Shape: Jump, N: 2, Z: 2}},
	{"4-1s", "westgard", "4 points in a row beyond 1σ, same side", allBeyond(4, 1)},
	{"10-x", "westgard", sideTitle(10), inARow(SameSide, 10)},
	{"2of3-2s", "westgard-extended", zoneATitle, zoneA},
	{"3-1s", "westgard-extended", "3 points in a row beyond 1σ, same side", allBeyond(3, 1)},
	{"6-x", "westgard-extended", sideTitle(6), inARow(SameSide, 6)},
	{"8-x", "westgard-extended", sideTitle(8), inARow(SameSide, 8)},
	{"9-x", "westgard-extended", sideTitle(9), inARow(SameSide, 9)},
	{"12-x", "westgard-extended", sideTitle(12), inARow(SameSide, 12)},
	{"7-T", "westgard-extended", "7 points in a row rising or falling", inARow(Trend, 7)},
	{"J1", "juran", beyondTitle, beyondLimits},
	{"J2", "juran", zoneATitle, zoneA},
	{"J3", "juran", zoneBTitle, zoneB},
	{"J4", "juran", sideTitle(9), inARow(SameSide, 9)},
	{"J5", "juran", "6 points in a row rising or falling", inARow(Trend, 6)},
	{"J6", "juran", "8 points in a row outside 1σ, both sides", eightOutside},
}

// FindRules gives the rules of an id or of a whole set; none for an unknown name.
func FindRules(name string) []Rule {
	var out []Rule
	for _, r := range Rules {
		if r.ID == name || r.Set == name {
			out = append(out, r)
		}
	}
	return out
}

// OwnRule is "k of n points beyond z·σ", on the same side unless either; id may be empty.
func OwnRule(id string, k, n int, z float64, either bool) Rule {
	title, mark := ", same side", ""
	if either {
		title, mark = "", "-any"
	}
	number := jsNumber(z)
	if id == "" {
		id = fmt.Sprintf("%dof%d-%ss%s", k, n, number, mark)
	}
	return Rule{id, "custom", fmt.Sprintf("%d of %d points beyond %sσ%s", k, n, number, title), Test{KOfN, k, n, z, either}}
}

// AddRules appends rules, each id once: a later one of the same id takes the place of the former.
func AddRules(rules []Rule, more ...Rule) []Rule {
	for _, r := range more {
		if at := slices.IndexFunc(rules, func(o Rule) bool { return o.ID == r.ID }); at >= 0 {
			rules[at] = r
		} else {
			rules = append(rules, r)
		}
	}
	return rules
}

// Explain says a signal in one sentence: rule, title, side and the points of the pattern, numbered from 1. Titles are those
// of the registry, then of own.
func (s Signal) Explain(own []Rule) string {
	title := "own rule"
	for _, r := range slices.Concat(FindRules(s.Rule), own) {
		if r.ID == s.Rule {
			title = r.Title
			break
		}
	}
	where := map[int]string{1: " (high)", -1: " (low)"}[s.Side]
	first, last := s.Pattern[0], s.Pattern[len(s.Pattern)-1]
	var points string
	switch {
	case len(s.Pattern) == 1:
		points = fmt.Sprintf("point %d", first+1)
	case last-first == len(s.Pattern)-1:
		points = fmt.Sprintf("points %d to %d", first+1, last+1)
	default:
		var list []string
		for _, p := range s.Pattern {
			list = append(list, fmt.Sprint(p+1))
		}
		points = "points " + strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s: %s%s, %s", s.Rule, title, where, points)
}
