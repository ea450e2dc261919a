package spc

import "slices"

// stepper is the stepper of a rule's shape for points whose centre is 0 and σ 1, as the exact chain and simulation have them: z
// is in σ from the centre; a hit returns true.
type stepper struct {
	words int
	// thresholds are z values at which the outcome changes; nil where the rule compares points with each other.
	thresholds []float64
	step       func(memory []int32, z, before float64) bool
}

func newStepper(test Test, limit float64) stepper {
	shape := newShapeStepper(test)
	lines := test.line()
	if lines.of == ofStep {
		return stepper{shape.words, nil, func(memory []int32, z, before float64) bool {
			return shape.step(memory, direction(z, before)) != toldNone
		}}
	}
	reach := lines.z
	if lines.of == ofLimits {
		reach = limit
	}
	// Where either side counts alike, the chain has half the states without it.
	below := int32(-1)
	if test.Shape == KOfN && test.Either {
		below = 1
	}
	thresholds := []float64{-reach, reach}
	if reach == 0 {
		thresholds = thresholds[1:]
	}
	return stepper{shape.words, thresholds, func(memory []int32, z, _ float64) bool {
		side := int32(0)
		if z > reach {
			side = 1
		} else if z < -reach {
			side = below
		}
		return shape.step(memory, side) != toldNone
	}}
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
