package spc

import "math"

type test = func(t *track, hit func(i, side int))

func beyondLimits(t *track, hit func(i, side int)) {
	for i, at := range t.at {
		if sideOf(t.x(i), t.part.UCL[at]) > 0 {
			hit(i, 1)
		} else if sideOf(t.x(i), t.part.LCL[at]) < 0 {
			hit(i, -1)
		}
	}
}

// kOfN: k of n points beyond z·σ on one side; the last must itself be beyond.
func kOfN(k, n int, z float64) test {
	return func(t *track, hit func(i, side int)) {
		ring := make([]int, n)
		for i := range t.at {
			if t.fresh[i] {
				clear(ring)
			}
			side := t.beyond(i, z)
			ring[i%n] = side
			agreeing := 0
			for _, s := range ring {
				if s == side {
					agreeing++
				}
			}
			if side != 0 && agreeing >= k {
				hit(i, side)
			}
		}
	}
}

// runs counts points in a row of which each continues the one before: step gives a point's kind (0: none), and whether a
// kind continues the last.
func runs(need int, step func(t *track, i int) int, continues func(last, now int) bool, report bool) test {
	return func(t *track, hit func(i, side int)) {
		run, last := 0, 0
		for i := range t.at {
			now := step(t, i)
			switch {
			case now == 0:
				run = 0
			case !t.fresh[i] && last != 0 && continues(last, now):
				run++
			default:
				run = 1
			}
			last = now
			if run < need {
				continue
			}
			if report {
				hit(i, now)
			} else {
				hit(i, 0)
			}
		}
	}
}

func same(last, now int) bool     { return last == now }
func opposite(last, now int) bool { return last == -now }

func sameSide(n int) test {
	return runs(n, func(t *track, i int) int { return sideOf(t.x(i), t.part.Centre[t.at[i]]) }, same, true)
}

// steps is the direction from the point before; none at a fresh start.
func steps(t *track, i int) int {
	if t.fresh[i] {
		return 0
	}
	return sideOf(t.x(i), t.x(i-1))
}

func trend(n int) test       { return runs(n-1, steps, same, true) }
func alternating(n int) test { return runs(n-1, steps, opposite, false) }

func within(n int, z float64) test {
	return runs(n, func(t *track, i int) int {
		if math.IsNaN(t.part.Sigma[t.at[i]]) || t.beyond(i, z) != 0 {
			return 0
		}
		return 1
	}, same, false)
}

// outside: n points in a row beyond ±z·σ; with both only where both sides occur among them.
func outside(n int, z float64, both bool) test {
	return func(t *track, hit func(i, side int)) {
		run, up, down := 0, -1, -1
		for i := range t.at {
			side := t.beyond(i, z)
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
			if run < n {
				continue
			}
			hasUp, hasDown := up > i-n, down > i-n
			if hasUp && hasDown {
				hit(i, 0)
			} else if !both {
				hit(i, side)
			}
		}
	}
}
