package spc

// Rule is a test for special causes. Its test walks the usable points and tells each hit: the point that completes the
// pattern and its side (+1 high, −1 low, 0 both).
type Rule struct {
	ID, Set, Title string
	// Limits rules test the control limits; all others need zones.
	Limits bool
	test   func(t *track, hit func(i, side int))
}

const (
	beyondTitle = "1 point beyond a control limit"
	zoneATitle  = "2 of 3 points beyond 2σ, same side"
	zoneBTitle  = "4 of 5 points beyond 1σ, same side"
)

// Rules is the registry. Ids are unique and never change. Nelson 1984, J. Quality Technology 16, 237–239; Western Electric,
// Statistical Quality Control Handbook, 1956, pp. 25–27; AIAG, Statistical Process Control, 2nd ed. 2005, table II.1.
var Rules = []Rule{
	{"N1", "nelson", beyondTitle, true, beyondLimits},
	{"N2", "nelson", "9 points in a row on one side of the centre line", false, sameSide(9)},
	{"N3", "nelson", "6 points in a row rising or falling", false, trend(6)},
	{"N4", "nelson", "14 points in a row alternating up and down", false, alternating(14)},
	{"N5", "nelson", zoneATitle, false, kOfN(2, 3, 2)},
	{"N6", "nelson", zoneBTitle, false, kOfN(4, 5, 1)},
	{"N7", "nelson", "15 points in a row within 1σ", false, within(15, 1)},
	{"N8", "nelson", "8 points in a row outside 1σ, both sides", false, outside(8, 1, true)},
	{"WE1", "western-electric", beyondTitle, true, beyondLimits},
	{"WE2", "western-electric", zoneATitle, false, kOfN(2, 3, 2)},
	{"WE3", "western-electric", zoneBTitle, false, kOfN(4, 5, 1)},
	{"WE4", "western-electric", "8 points in a row on one side of the centre line", false, sameSide(8)},
	{"AIAG1", "aiag", beyondTitle, true, beyondLimits},
	{"AIAG2", "aiag", "7 points in a row on one side of the centre line", false, sameSide(7)},
	{"AIAG3", "aiag", "6 points in a row rising or falling", false, trend(6)},
	{"AIAG4", "aiag", "14 points in a row alternating up and down", false, alternating(14)},
	{"AIAG5", "aiag", zoneATitle, false, kOfN(2, 3, 2)},
	{"AIAG6", "aiag", zoneBTitle, false, kOfN(4, 5, 1)},
	{"AIAG7", "aiag", "15 points in a row within 1σ", false, within(15, 1)},
	{"AIAG8", "aiag", "8 points in a row outside 1σ, either side", false, outside(8, 1, false)},
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

// Signal is a hit of a rule at a point; Side is +1 high, −1 low, 0 both.
type Signal struct {
	Point int
	Rule  string
	Side  int
}

// Evaluate gives the signals of rules on a part, by point and then in the order of the rules. Strict inequality: a point
// on a limit or zone line is inside, one on the centre line breaks a run. Missing points are skipped and break nothing;
// breaks and excluded points start every pattern anew; after a signal the count goes on.
func Evaluate(p Part, d Data, rules []Rule) []Signal {
	t := newTrack(p, d)
	byPoint := map[int][]Signal{}
	for _, r := range rules {
		if !p.Zones && !r.Limits {
			continue
		}
		r.test(t, func(i, side int) { byPoint[t.at[i]] = append(byPoint[t.at[i]], Signal{t.at[i], r.ID, side}) })
	}
	var out []Signal
	for point := range p.Points {
		out = append(out, byPoint[point]...)
	}
	return out
}
