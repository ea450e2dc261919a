package spc

// line is of what a point has its side: both lines z·σ from the centre, or what of says.
type line struct {
	of lineKind
	z  float64
}

type lineKind int

const (
	ofZone lineKind = iota
	ofLimits
	ofCentre
	// ofStep: the point before.
	ofStep
)

// line is what a test compares points with.
func (test Test) line() line {
	switch test.Shape {
	case BeyondLimits:
		return line{of: ofLimits}
	case SameSide:
		return line{of: ofCentre}
	case Trend, Alternating:
		return line{of: ofStep}
	}
	return line{z: test.Z}
}

// A side as a byte is side + 1, or unknownSide where there is no σ to tell it; freshSide is added where a run starts anew.
const (
	unknownSide = 3
	freshSide   = 4
)

// sides are the sides of the usable points as bytes: all tests of one line share them.
func (t *track) sides(l line) []uint8 {
	sides := make([]uint8, len(t.at))
	// A loop a kind of line: a call of unknown aim at each point would cost as much as all the rest.
	switch l.of {
	case ofLimits:
		for i, at := range t.at {
			sides[i] = uint8(t.limitSide(at) + 1)
		}
	case ofCentre:
		for i, at := range t.at {
			sides[i] = uint8(sideOf(t.part.Points[at], t.part.Centre[at]) + 1)
		}
	case ofStep:
		for i := range t.at {
			sides[i] = uint8(t.direction(i) + 1)
		}
	default:
		for i, at := range t.at {
			sides[i] = unknownSide
			if s := t.part.Sigma[at]; s == s {
				sides[i] = uint8(t.beyond(i, l.z) + 1)
			}
		}
	}
	for i, fresh := range t.fresh {
		if fresh {
			sides[i] += freshSide
		}
	}
	return sides
}

func (t *track) limitSide(at int) int32 {
	x := t.part.Points[at]
	if sideOf(x, t.part.UCL[at]) > 0 {
		return 1
	}
	return min(0, sideOf(x, t.part.LCL[at]))
}

// direction is the step from the point before; none at a fresh start.
func (t *track) direction(i int) int32 {
	if t.fresh[i] {
		return 0
	}
	return sideOf(t.x(i), t.x(i-1))
}
