package spc

import "math"

// track is the usable points of a part: their places, and where a run starts anew.
type track struct {
	part  Part
	at    []int
	fresh []bool
}

func newTrack(p Part, d Data) *track {
	t := &track{part: p, at: make([]int, 0, len(p.Points)), fresh: make([]bool, 0, len(p.Points))}
	restart := true
	for i, x := range p.Points {
		restart = restart || d.breaks(i)
		if d.excluded(i) {
			restart = true
			continue
		}
		if math.IsNaN(x) || math.IsNaN(p.Centre[i]) {
			continue
		}
		t.at, t.fresh = append(t.at, i), append(t.fresh, restart)
		restart = false
	}
	return t
}

func (t *track) x(i int) float64 { return t.part.Points[t.at[i]] }

// slack is the rounding forgiven when a point is compared with a line: a point on a line is inside.
const slack = 4 * 0x1p-52

// sideOf is +1 above a line, −1 below, 0 on it.
func sideOf(x, line float64) int32 {
	forgiven := slack * max(math.Abs(x), math.Abs(line))
	switch {
	case x-line > forgiven:
		return 1
	case x-line < -forgiven:
		return -1
	}
	return 0
}

// beyond is +1 where a point lies above centre + z·σ, −1 below centre − z·σ, else 0.
func (t *track) beyond(i int, z float64) int32 {
	at := t.at[i]
	x, centre, reach := t.x(i), t.part.Centre[at], z*t.part.Sigma[at]
	forgiven := slack * max(math.Abs(x), math.Abs(centre))
	switch {
	case x-centre-reach > forgiven:
		return 1
	case centre-x-reach > forgiven:
		return -1
	}
	return 0
}
