package spc

import (
	"math"
	"math/bits"
	"slices"
)

// LongestWindow is the longest "k of n" window whose memory fits a stepper.
const LongestWindow = 31

// stepper is a rule point by point, its memory in words whole numbers, so that the same code drives the exact chain and
// simulation. z is in σ from the centre; a hit returns true.
type stepper struct {
	words int
	// thresholds are z values at which the outcome changes; nil where the rule compares points with each other.
	thresholds []float64
	step       func(memory []int32, z, before float64) bool
}

func newStepper(test Test, limit float64) stepper {
	at, n := test.Z, int32(test.N)
	switch test.Shape {
	case BeyondLimits:
		return stepper{0, []float64{-limit, limit}, func(_ []int32, z, _ float64) bool { return z > limit || z < -limit }}
	case KOfN:
		return kOfNStepper(test)
	case SameSide:
		return stepper{1, []float64{0}, func(memory []int32, z, _ float64) bool {
			memory[0] = continued(memory[0], sideBeyond(z, 0), n)
			return abs32(memory[0]) >= n
		}}
	case Trend:
		return stepper{1, nil, func(memory []int32, z, before float64) bool {
			memory[0] = continued(memory[0], direction(z, before), n)
			return abs32(memory[0]) >= n-1
		}}
	case Alternating:
		// Sign: direction of the last step; size: steps in turn.
		return stepper{1, nil, func(memory []int32, z, before float64) bool {
			turn := direction(z, before)
			memory[0] = -continued(memory[0], -turn, n)
			return abs32(memory[0]) >= n-1
		}}
	case Within:
		return stepper{1, []float64{-at, at}, func(memory []int32, z, _ float64) bool {
			memory[0]++
			if math.Abs(z) > at {
				memory[0] = 0
			}
			memory[0] = min(n, memory[0])
			return memory[0] >= n
		}}
	case Outside:
		return outsideStepper(test)
	case Jump:
		return stepper{1, []float64{-at, at}, func(memory []int32, z, _ float64) bool {
			side := sideBeyond(z, at)
			hit := side != 0 && side == -memory[0]
			memory[0] = side
			return hit
		}}
	}
	panic("spc: a test of no known shape")
}

// sideBeyond is +1 above z, −1 below −z, else 0.
func sideBeyond(x, z float64) int32 {
	if x > z {
		return 1
	}
	if x < -z {
		return -1
	}
	return 0
}

// direction of a step; 0 for a tie and from NaN.
func direction(z, before float64) int32 {
	if z > before {
		return 1
	}
	if z < before {
		return -1
	}
	return 0
}

// continued is a run with its side as sign, one longer or begun anew, kept within ±most.
func continued(run, side, most int32) int32 {
	if run*side > 0 {
		return max(-most, min(most, run+side))
	}
	return side
}

func abs32(x int32) int32 { return max(x, -x) }

func kOfNStepper(test Test) stepper {
	mask := uint32(1)<<test.N - 1
	add := func(memory *int32, hit bool) (count int) {
		window := uint32(*memory) << 1 & mask
		if hit {
			window |= 1
		}
		// The oldest point has left the window by the next step.
		*memory = int32(window & (mask >> 1))
		return bits.OnesCount32(window)
	}
	thresholds := []float64{-test.Z, test.Z}
	if test.Either {
		return stepper{1, thresholds, func(memory []int32, z, _ float64) bool {
			side := sideBeyond(z, test.Z)
			return add(&memory[0], side != 0) >= test.K && side != 0
		}}
	}
	return stepper{2, thresholds, func(memory []int32, z, _ float64) bool {
		side := sideBeyond(z, test.Z)
		up, down := add(&memory[0], side == 1), add(&memory[1], side == -1)
		return (side == 1 && up >= test.K) || (side == -1 && down >= test.K)
	}}
}

func outsideStepper(test Test) stepper {
	n := int32(test.N)
	// Run so far, and how long ago each side was seen (0: not in this run).
	age := func(seen int32) int32 {
		if seen == 0 || seen >= n {
			return 0
		}
		return seen + 1
	}
	return stepper{3, []float64{-test.Z, test.Z}, func(memory []int32, z, _ float64) bool {
		side := sideBeyond(z, test.Z)
		if side == 0 {
			clear(memory)
			return false
		}
		memory[0] = min(n, memory[0]+1)
		up, down := age(memory[1]), age(memory[2])
		if side > 0 {
			up = 1
		} else {
			down = 1
		}
		memory[1], memory[2] = up, down
		return memory[0] >= n && (test.Either || (up > 0 && down > 0))
	}}
}

// steppers are rules with the memory of all of them in one row.
type steppers struct {
	each    []stepper
	offsets []int
	words   int
}

func newSteppers(rules []Rule, limit float64) (s steppers) {
	for _, r := range rules {
		one := newStepper(r.Test, limit)
		s.each, s.offsets = append(s.each, one), append(s.offsets, s.words)
		s.words += one.words
	}
	return s
}

// step shows a point to every rule: none may miss it, even when another has hit.
func (s steppers) step(memory []int32, z, before float64) (hit bool) {
	for i, one := range s.each {
		from := s.offsets[i]
		hit = one.step(memory[from:from+one.words], z, before) || hit
	}
	return hit
}

// borders of the zones that decide, ascending; ok is false where a rule compares points with each other.
func (s steppers) borders() (borders []float64, ok bool) {
	for _, one := range s.each {
		if one.thresholds == nil {
			return nil, false
		}
		borders = append(borders, one.thresholds...)
	}
	slices.Sort(borders)
	return slices.Compact(borders), true
}
