package spc

import "math/bits"

// told is what a stepper says of a point.
type told int32

const (
	toldNone told = 0
	toldHigh told = 1
	toldLow  told = -1
	toldBoth told = 2
)

// LongestWindow is the longest "k of n" window whose sides fit the bits of a word.
const LongestWindow = 31

// shapeStepper is a rule point by point, its memory in words whole numbers that are all 0 at the start: the one definition of
// each shape. A point comes as its side, +1, −1 or 0: of the limits, the centre, z·σ or the point before, as the shape looks.
type shapeStepper struct {
	words int
	step  func(memory []int32, side int32) told
}

func newShapeStepper(test Test) shapeStepper {
	n := int32(test.N)
	switch test.Shape {
	case BeyondLimits:
		return shapeStepper{0, func(_ []int32, side int32) told { return told(side) }}
	case KOfN:
		if test.N > LongestWindow {
			return longWindow(test)
		}
		return bitWindow(test)
	case SameSide:
		return runStepper(n)
	case Trend:
		return runStepper(n - 1)
	case Alternating:
		return shapeStepper{1, func(memory []int32, side int32) told {
			// Sign: direction of the last step; size: steps in turn.
			memory[0] = continued(-memory[0], side, n-1)
			return bothIf(abs32(memory[0]) >= n-1)
		}}
	case Within:
		return shapeStepper{1, func(memory []int32, side int32) told {
			memory[0] = min(n, memory[0]+1)
			if side != 0 {
				memory[0] = 0
			}
			return bothIf(memory[0] >= n)
		}}
	case Outside:
		return outsideStepper(test)
	case Jump:
		return shapeStepper{1, func(memory []int32, side int32) told {
			before := memory[0]
			memory[0] = side
			return bothIf(side != 0 && side == -before)
		}}
	}
	panic("spc: a test of no known shape")
}

func bothIf(hit bool) told {
	if hit {
		return toldBoth
	}
	return toldNone
}

// continued is a run with its side as sign, one longer or begun anew, kept within ±most.
func continued(run, side, most int32) int32 {
	switch {
	case run*side <= 0:
		return side
	case abs32(run) >= most:
		return run
	}
	return run + side
}

func abs32(x int32) int32 { return max(x, -x) }

func runStepper(need int32) shapeStepper {
	return shapeStepper{1, func(memory []int32, side int32) told {
		run := continued(memory[0], side, need)
		memory[0] = run
		switch {
		case run >= need:
			return toldHigh
		case run <= -need:
			return toldLow
		}
		return toldNone
	}}
}

// bitWindow keeps the sides of the last points as bits, one word a side.
func bitWindow(test Test) shapeStepper {
	// The oldest point has left the window by the next step.
	kept := uint32(1)<<(test.N-1) - 1
	return shapeStepper{2, func(memory []int32, side int32) told {
		up, down := uint32(memory[0])<<1, uint32(memory[1])<<1
		switch side {
		case 1:
			up |= 1
		case -1:
			down |= 1
		}
		memory[0], memory[1] = int32(up&kept), int32(down&kept)
		if side == 0 {
			return toldNone
		}
		return test.ofWindow(side, bits.OnesCount32(up), bits.OnesCount32(down))
	}}
}

// longWindow keeps the sides of the last points in a ring, behind its place and how many of each are in it.
func longWindow(test Test) shapeStepper {
	return shapeStepper{test.N + 3, func(memory []int32, side int32) told {
		ring, counts := memory[3:], memory[1:3]
		count := func(side, by int32) {
			switch side {
			case 1:
				counts[0] += by
			case -1:
				counts[1] += by
			}
		}
		count(ring[memory[0]], -1)
		ring[memory[0]] = side
		count(side, 1)
		memory[0] = (memory[0] + 1) % int32(test.N)
		return test.ofWindow(side, int(counts[0]), int(counts[1]))
	}}
}

// ofWindow says of a point what the sides in its window tell: it must itself be beyond.
func (test Test) ofWindow(side int32, up, down int) told {
	agreeing := up
	switch {
	case side == 0:
		return toldNone
	case test.Either:
		agreeing = up + down
	case side < 0:
		agreeing = down
	}
	switch {
	case agreeing < test.K:
		return toldNone
	case test.Either && up > 0 && down > 0:
		return toldBoth
	}
	return told(side)
}

func outsideStepper(test Test) shapeStepper {
	n := int32(test.N)
	// Run so far, and how long ago each side was seen (0: not among the last n).
	age := func(seen int32) int32 {
		if seen == 0 || seen >= n {
			return 0
		}
		return seen + 1
	}
	return shapeStepper{3, func(memory []int32, side int32) told {
		if side == 0 {
			clear(memory)
			return toldNone
		}
		up, down := age(memory[1]), age(memory[2])
		if side > 0 {
			up = 1
		} else {
			down = 1
		}
		memory[0], memory[1], memory[2] = min(n, memory[0]+1), up, down
		switch {
		case memory[0] < n:
			return toldNone
		case up > 0 && down > 0:
			return toldBoth
		case test.Either:
			return told(side)
		}
		return toldNone
	}}
}
