package spc

// onHit is told each hit: the usable point that completes the pattern and its side (+1 high, −1 low, 0 both).
type onHit = func(i, side int)

// detect runs one test over the usable points.
func (t *track) detect(test Test, hit onHit) {
	switch test.Shape {
	case BeyondLimits:
		t.beyondLimits(hit)
	case KOfN:
		t.kOfN(test, hit)
	case SameSide:
		t.runs(test.N, func(i int) int { return sideOf(t.x(i), t.part.Centre[t.at[i]]) }, 1, hit)
	case Trend:
		t.runs(test.N-1, t.step, 1, hit)
	case Alternating:
		t.runs(test.N-1, t.step, -1, func(i, _ int) { hit(i, 0) })
	case Within:
		t.runs(test.N, func(i int) int { return t.inside(i, test.Z) }, 1, func(i, _ int) { hit(i, 0) })
	case Outside:
		t.outside(test, hit)
	case Jump:
		t.jump(test.Z, hit)
	}
}

func (t *track) beyondLimits(hit onHit) {
	for i, at := range t.at {
		if sideOf(t.x(i), t.part.UCL[at]) > 0 {
			hit(i, 1)
		} else if sideOf(t.x(i), t.part.LCL[at]) < 0 {
			hit(i, -1)
		}
	}
}

func (t *track) kOfN(test Test, hit onHit) {
	// Sides of the last n points in a ring, and how many of each are among them.
	ring := make([]int, test.N)
	up, down := 0, 0
	count := func(side, by int) {
		switch side {
		case 1:
			up += by
		case -1:
			down += by
		}
	}
	for i := range t.at {
		if t.fresh[i] {
			clear(ring)
			up, down = 0, 0
		}
		side := t.beyond(i, test.Z)
		count(ring[i%test.N], -1)
		ring[i%test.N] = side
		count(side, 1)
		agreeing, told := up, side
		switch {
		case side == 0:
			continue
		case test.Either:
			agreeing = up + down
			if up > 0 && down > 0 {
				told = 0
			}
		case side < 0:
			agreeing = down
		}
		if agreeing >= test.K {
			hit(i, told)
		}
	}
}

// runs counts points in a row of which each continues the one before: kind gives a point's kind (0: none, it ends the run),
// and a run goes on where kind = last · turn.
func (t *track) runs(need int, kind func(i int) int, turn int, hit onHit) {
	run, last := 0, 0
	for i := range t.at {
		now := kind(i)
		switch {
		case now == 0:
			run = 0
		case !t.fresh[i] && now == last*turn:
			run++
		default:
			run = 1
		}
		last = now
		if run >= need {
			hit(i, now)
		}
	}
}

// step is the direction from the point before; none at a fresh start.
func (t *track) step(i int) int {
	if t.fresh[i] {
		return 0
	}
	return sideOf(t.x(i), t.x(i-1))
}

func (t *track) inside(i int, z float64) int {
	if s := t.part.Sigma[t.at[i]]; s != s || t.beyond(i, z) != 0 {
		return 0
	}
	return 1
}

func (t *track) outside(test Test, hit onHit) {
	run, up, down := 0, -1, -1
	for i := range t.at {
		side := t.beyond(i, test.Z)
		switch {
		case side == 0:
			run = 0
		case t.fresh[i]:
			run = 1
		default:
			run++
		}
		if side > 0 {
			up = i
		} else if side < 0 {
			down = i
		}
		if run < test.N {
			continue
		}
		both := up > i-test.N && down > i-test.N
		if both {
			hit(i, 0)
		} else if test.Either {
			hit(i, side)
		}
	}
}

func (t *track) jump(z float64, hit onHit) {
	last := 0
	for i := range t.at {
		side := t.beyond(i, z)
		if !t.fresh[i] && side != 0 && side == -last {
			hit(i, 0)
		}
		last = side
	}
}
