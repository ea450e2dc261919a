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

var (
	beyondLimits = Test{Shape: BeyondLimits}
	zoneA        = Test{Shape: KOfN, K: 2, N: 3, Z: 2}
	zoneB        = Test{Shape: KOfN, K: 4, N: 5, Z: 1}
	eightOutside = Test{Shape: Outside, N: 8, Z: 1}
)

func allBeyond(n int, z float64) Test { return Test{Shape: KOfN, K: n, N: n, Z: z} }
func inARow(s Shape, n int) Test      { return Test{Shape: s, N: n, Z: 1} }

// known is a rule of the vocabulary.
func known(id string, test Test) Rule {
	return Rule{id, vocabulary.RuleIDSet[id], vocabulary.RuleIDTitle[id], test}
}

// RuleSets names the sets, in the order of menus.
var RuleSets = vocabulary.RuleSets

// Rules is the registry. Ids are unique and never change. Nelson 1984, J. Quality Technology 16, 237–239; Western Electric,
// Statistical Quality Control Handbook, 1956, pp. 25–27; AIAG, Statistical Process Control, 2nd ed. 2005, table II.1; Westgard
// et al. 1981, Clinical Chemistry 27, 493–501 (1-2s only warns; R-4s is meant for controls of one run, a break keeps it inside);
// westgard-extended: what westgard.com defines for other numbers of controls, and a trend; Juran's Quality Handbook as programs
// list its tests (Quinn-Curtis, "SPC named rule sets").
var Rules = []Rule{
	known("N1", beyondLimits),
	known("N2", inARow(SameSide, 9)),
	known("N3", inARow(Trend, 6)),
	known("N4", inARow(Alternating, 14)),
	known("N5", zoneA),
	known("N6", zoneB),
	known("N7", inARow(Within, 15)),
	known("N8", eightOutside),
	known("WE1", beyondLimits),
	known("WE2", zoneA),
	known("WE3", zoneB),
	known("WE4", inARow(SameSide, 8)),
	known("AIAG1", beyondLimits),
	known("AIAG2", inARow(SameSide, 7)),
	known("AIAG3", inARow(Trend, 6)),
	known("AIAG4", inARow(Alternating, 14)),
	known("AIAG5", zoneA),
	known("AIAG6", zoneB),
	known("AIAG7", inARow(Within, 15)),
	known("AIAG8", Test{Shape: Outside, N: 8, Z: 1, Either: true}),
	known("1-2s", allBeyond(1, 2)),
	known("1-3s", allBeyond(1, 3)),
	known("2-2s", allBeyond(2, 2)),
	known("R-4s", Test{Shape: Jump, N: 2, Z: 2}),
	known("4-1s", allBeyond(4, 1)),
	known("10-x", inARow(SameSide, 10)),
	known("2of3-2s", zoneA),
	known("3-1s", allBeyond(3, 1)),
	known("6-x", inARow(SameSide, 6)),
	known("8-x", inARow(SameSide, 8)),
	known("9-x", inARow(SameSide, 9)),
	known("12-x", inARow(SameSide, 12)),
	known("7-T", inARow(Trend, 7)),
	known("J1", beyondLimits),
	known("J2", zoneA),
	known("J3", zoneB),
	known("J4", inARow(SameSide, 9)),
	known("J5", inARow(Trend, 6)),
	known("J6", eightOutside),
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
