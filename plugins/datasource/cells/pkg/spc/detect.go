package spc

// onHit is told each hit: the usable point that completes the pattern and its side (+1 high, −1 low, 0 both).
type onHit = func(i, side int)

// detect runs one test over the usable points: the stepper of its shape, folded over their sides.
func (t *track) detect(test Test, hit onHit) {
	f := fold{stepper: newShapeStepper(test), hit: hit}
	f.memory = make([]int32, f.stepper.words)
	// A loop a kind of side: a second call of unknown aim at each point would cost as much as all the rest.
	switch test.Shape {
	case BeyondLimits:
		for i, at := range t.at {
			f.take(i, t.fresh[i], t.limitSide(i, at))
		}
	case SameSide:
		for i, at := range t.at {
			f.take(i, t.fresh[i], sideOf(t.x(i), t.part.Centre[at]))
		}
	case Trend, Alternating:
		for i := range t.at {
			f.take(i, t.fresh[i], t.direction(i))
		}
	case Within:
		for i := range t.at {
			f.take(i, t.fresh[i], t.notWithin(i, test.Z))
		}
	default:
		for i := range t.at {
			f.take(i, t.fresh[i], t.beyond(i, test.Z))
		}
	}
}

// fold is a stepper on its way along points.
type fold struct {
	stepper shapeStepper
	memory  []int32
	hit     onHit
}

// take shows the next point; before a fresh one all others are forgotten.
func (f *fold) take(i int, fresh bool, side int32) {
	if fresh {
		clear(f.memory)
	}
	switch found := f.stepper.step(f.memory, side); found {
	case toldNone:
	case toldBoth:
		f.hit(i, 0)
	default:
		f.hit(i, int(found))
	}
}

func (t *track) limitSide(i, at int) int32 {
	if sideOf(t.x(i), t.part.UCL[at]) > 0 {
		return 1
	}
	return min(0, sideOf(t.x(i), t.part.LCL[at]))
}

// direction is the step from the point before; none at a fresh start.
func (t *track) direction(i int) int32 {
	if t.fresh[i] {
		return 0
	}
	return sideOf(t.x(i), t.x(i-1))
}

// notWithin: without σ no point is within.
func (t *track) notWithin(i int, z float64) int32 {
	if s := t.part.Sigma[t.at[i]]; s != s {
		return 1
	}
	return t.beyond(i, z)
}
