package monitor

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const (
	// slower is by how much less a point weighs in the second EWMA of twins: what they have to themselves (a tray's part, where each
	// has another one) spreads more than what a few windows average out.
	slower = 4
	// surely is the logarithm of how much likelier it has to be that one of two departs than the other, for it to be named: 20 times.
	surely = 2.9957
	// clearly is how many times as far as the rest lie apart one of three has to lie from each of them.
	clearly = 3
)

// twins follows two or three streams by how far each pair lies apart in the same window: what all share cancels, and what is usual
// between the two is learned. A pair that departs does not say which of the two does. Of three it is the one that departs from both
// others; of two the one whose own level (or spread) moved against its own past, where what it usually does leaves no doubt. Else it
// is told of all of them together, in the place after the last stream.
type twins struct {
	pairs [][2]int
	// own is what a stream shows by itself, of so many items at least; apart how uncertain that of two is.
	own   func(summary.Step) float64
	least int
	apart func(a, b summary.Step) float64
	// ways are a quick and a slow EWMA.
	ways     []*twinsWay
	verdicts []verdict
	seen     []bool
	// told is the place that departs, -1 while none does; beside another one that does beside it. reach is how far the first lay off at most.
	told, beside int
	reach        float64
}

// twinsWay is one EWMA of the pairs, and the same of how far pairs and streams are from their usual.
type twinsWay struct {
	*distances
	pairs, streams []drift
}

// drift is how far something is from its usual: in the newest window, and as an EWMA; with the mean squares of both before.
type drift struct {
	usual                    float64
	newest, ewma             float64
	newestSquare, ewmaSquare float64
}

func (d *drift) add(value, lambda float64) {
	d.newest = value - d.usual
	d.ewma += lambda * (d.newest - d.ewma)
}

// far is how far it is: by the newest window alone, or as an EWMA.
func (d *drift) far(alone bool) float64 {
	if alone {
		return math.Abs(d.newest)
	}
	return math.Abs(d.ewma)
}

// odds is minus the logarithm of how likely it is to be so far when nothing is wrong.
func (d *drift) odds(alone bool) float64 {
	square := d.ewmaSquare
	if alone {
		square = d.newestSquare
	}
	return d.far(alone) * d.far(alone) / (2 * square)
}

func newTwins(alarm Alarm, what string, streams int) *twins {
	t := &twins{own: levelOf, least: 1, apart: apartByLevel, verdicts: make([]verdict, streams+1), seen: make([]bool, streams+1), told: -1, beside: -1}
	if what == Spread {
		t.own, t.least, t.apart = cubeRoot, leastSpread, apartBySpread
	}
	for a := range streams {
		for b := a + 1; b < streams; b++ {
			t.pairs = append(t.pairs, [2]int{a, b})
		}
	}
	slow := alarm
	slow.Lambda /= slower
	for _, of := range []Alarm{alarm, slow} {
		d := newDistances(of, t.points, len(t.pairs), nil)
		t.ways = append(t.ways, &twinsWay{d, make([]drift, len(t.pairs)), make([]drift, streams)})
	}
	return t
}

func levelOf(s summary.Step) float64 { return s.Mean }

func apartByLevel(a, b summary.Step) float64 { return math.Sqrt(1/float64(a.N) + 1/float64(b.N)) }

func apartBySpread(a, b summary.Step) float64 {
	return math.Sqrt(2/(9*float64(a.N-1)) + 2/(9*float64(b.N-1)))
}

func (t *twins) points(w Window) []Point {
	out := make([]Point, len(t.pairs))
	for p, pair := range t.pairs {
		a, b := tamedByItself(w.Steps[pair[0]]), tamedByItself(w.Steps[pair[1]])
		out[p] = noPoint
		if min(a.N, b.N) >= t.least {
			out[p] = Point{Y: t.own(a) - t.own(b), U: t.apart(a, b), N: a.N + b.N}
		}
	}
	return out
}

func (t *twins) learn(before []Window, told telling) {
	all := len(t.seen) - 1
	for s := range t.seen[1:] {
		var values []float64
		for _, w := range before {
			if step := tamedByItself(w.Steps[s]); step.N >= t.least && max(told(w, s), told(w, all)) == outside {
				values = append(values, t.own(step))
			}
		}
		usual := MedianOf(slices.Clone(values))
		for _, way := range t.ways {
			d := drift{usual: usual}
			for _, v := range values {
				d.add(v, way.alarm.Lambda)
				d.newestSquare += d.newest * d.newest / float64(len(values))
				d.ewmaSquare += d.ewma * d.ewma / float64(len(values))
			}
			d.newest, d.ewma = way.streams[s].newest, way.streams[s].ewma
			way.streams[s] = d
		}
	}
	ofPairs := func(w Window, p int) standing {
		return max(told(w, t.pairs[p][0]), told(w, t.pairs[p][1]), told(w, all))
	}
	for _, way := range t.ways {
		way.learn(before, ofPairs)
	}
}

func (t *twins) restart() {
	for _, way := range t.ways {
		way.restart()
		clear(way.pairs)
		for s := range way.streams {
			way.streams[s].ewma = 0
		}
	}
}

// forget forgets all: a pair is of two streams.
func (t *twins) forget(int) {
	t.restart()
	t.told, t.beside = -1, -1
}

func (t *twins) clone() course {
	out := *t
	out.ways = nil
	for _, way := range t.ways {
		out.ways = append(out.ways, &twinsWay{way.clone().(*distances), slices.Clone(way.pairs), slices.Clone(way.streams)})
	}
	out.verdicts, out.seen = slices.Clone(t.verdicts), slices.Clone(t.seen)
	return &out
}

func (t *twins) turn(w Window) {
	pairs, known := make([]verdict, len(t.pairs)), make([]bool, len(t.pairs))
	departs, another := -1, -1
	for _, way := range t.ways {
		way.turn(w)
		way.follow(t, w)
		own := make([]verdict, len(t.pairs))
		beyond, alone := false, false
		for p := range t.pairs {
			v, ok := way.judge(p)
			if !ok {
				continue
			}
			way.pairs[p].add(v.Now-v.Usual, way.alarm.Lambda)
			own[p] = v
			beyond, alone = beyond || v.Side != 0, alone || v.Alone
			if known[p] {
				v = pairs[p].or(v)
			}
			pairs[p], known[p] = v, true
		}
		if beyond && departs < 0 {
			departs = way.which(alone)
		}
		if another < 0 {
			another = t.another(way, own)
		}
	}
	t.tell(departs, another, known)
	for place := range t.verdicts {
		v := &t.verdicts[place]
		if *v, t.seen[place] = t.at(place, pairs, known); place != t.told && place != t.beside {
			v.Side, v.Inside = 0, true
			// What the one that is told brings about is nothing unusual of another.
			v.Calm = v.Calm || t.told >= 0 && t.told < len(t.seen)-1 && v.Beside == 0
		}
	}
	t.settle(pairs, known)
}

// settle ends what is told of a stream where all its pairs that are judged are inside; of all together where all pairs are: as long as only
// those of some are judged, and inside, nothing is known of it.
func (t *twins) settle(pairs []verdict, known []bool) {
	if all := len(t.seen) - 1; t.told == all {
		inside, beyond := !slices.Contains(known, false), false
		for p := range pairs {
			beyond = beyond || known[p] && !pairs[p].Inside
		}
		t.verdicts[all].Inside = inside && !beyond
		t.seen[all] = t.seen[all] && (inside || beyond)
	}
	over := func(place int) bool { return place >= 0 && t.seen[place] && t.verdicts[place].Inside }
	toldOver := over(t.told)
	if over(t.beside) {
		t.beside = -1
	}
	if toldOver {
		t.told, t.beside = t.beside, -1
	}
}

func (way *twinsWay) follow(t *twins, w Window) {
	for s := range way.streams {
		if step := tamedByItself(w.Steps[s]); step.N >= t.least && !math.IsNaN(way.streams[s].usual) {
			way.streams[s].add(t.own(step), way.alarm.Lambda)
		}
	}
}

// which is the place that departs, by the newest window alone or by what is remembered.
func (way *twinsWay) which(alone bool) int {
	if len(way.streams) == 2 {
		return way.ofTwo([2]int{0, 1}, alone)
	}
	// Pairs are of the first and second, first and third, second and third.
	for s, of := range [][3]int{{0, 1, 2}, {0, 2, 1}, {1, 2, 0}} {
		near := min(way.pairs[of[0]].far(alone), way.pairs[of[1]].far(alone))
		if near > clearly*way.pairs[of[2]].far(alone) {
			return s
		}
	}
	return len(way.streams)
}

// ofTwo is the one of a pair that departs, all together where nothing says which.
func (way *twinsWay) ofTwo(pair [2]int, alone bool) int {
	switch a, b := way.streams[pair[0]].odds(alone), way.streams[pair[1]].odds(alone); {
	case a-b > surely:
		return pair[0]
	case b-a > surely:
		return pair[1]
	}
	return len(way.streams)
}

func (t *twins) judge(place int) (verdict, bool) {
	if !t.seen[place] {
		return verdict{Learning: t.ways[0].reference == nil}, false
	}
	return t.verdicts[place], true
}

// at is what the pairs of a place show of it, without those of another one that is told, where there are others; of all of them together
// what the first stream does that is judged.
func (t *twins) at(place int, pairs []verdict, known []bool) (v verdict, ok bool) {
	known, other := t.withoutOther(place, known)
	of := place
	if place == len(t.seen)-1 {
		of = t.pairs[max(0, slices.Index(known, true))][0]
	}
	now, usual, n := 0.0, 0.0, 0.0
	for p, pair := range t.pairs {
		if !known[p] || !slices.Contains(pair[:], of) {
			continue
		}
		one := pairs[p]
		if pair[1] == of {
			one.Side, one.Now, one.Usual = -one.Side, -one.Now, -one.Usual
		}
		now, usual, n = now+one.Now, usual+one.Usual, n+1
		if ok {
			one = v.or(one)
		}
		v, ok = one, true
	}
	v.Now, v.Usual, v.Beside = now/n, usual/n, 1+other
	if place != of {
		v.Side *= v.Side
	}
	return v, ok
}
