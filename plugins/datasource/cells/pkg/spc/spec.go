// Package spc judges values against spec limits and control limits. Numbers in, numbers out: no I/O, no clock.
package spc

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Spec is what the product may be; a bound the plan does not state is nil, never zero.
type Spec struct {
	LSL, Target, USL *float64
}

// Width is the unit in which distances beyond the spec are stated: usl − lsl, or, of a one-sided spec, twice the distance
// from the target to its only limit, without a target that limit's size; 1 where all of these are zero, 0 without limits.
func (s Spec) Width() float64 {
	var width float64
	switch {
	case s.LSL == nil && s.USL == nil:
		return 0
	case s.LSL != nil && s.USL != nil:
		width = *s.USL - *s.LSL
	default:
		limit := s.USL
		if limit == nil {
			limit = s.LSL
		}
		if s.Target != nil {
			width = 2 * math.Abs(*limit-*s.Target)
		}
		if width == 0 {
			width = math.Abs(*limit)
		}
	}
	if width <= 0 {
		return 1
	}
	return width
}

// WidthWords are what Width is, as the tail of a number that counts it; "" where the number is in the unit of the value.
func (s Spec) WidthWords() string {
	limit := s.USL
	if limit == nil {
		limit = s.LSL
	}
	switch {
	case limit == nil:
		return ""
	case s.LSL != nil && s.USL != nil:
		return " of the spec’s width"
	case s.Target != nil && *s.Target != *limit:
		return " of twice the distance from target to limit"
	case *limit == 0:
		return ""
	}
	return " of the limit’s size"
}

// Beyond is how far a value lies outside the spec, in widths of it: positive beyond usl, negative beyond lsl, 0 inside. A
// value on a limit is inside.
func (s Spec) Beyond(value float64) float64 {
	switch {
	case s.USL != nil && value > *s.USL:
		return (value - *s.USL) / s.Width()
	case s.LSL != nil && value < *s.LSL:
		return (value - *s.LSL) / s.Width()
	}
	return 0
}

// Reading says what a stored number is.
type Reading string

// A measured value counts; an implausible one (a sentinel, an over-range) and a censored one (known only to lie at or
// beyond an end of the gauge) are stored and shown, and stay outside every statistic.
const (
	Measured     Reading = "measured"
	Implausible  Reading = vocabulary.SignalRuleImplausible
	CensoredLow  Reading = vocabulary.SignalRuleCensoredLow
	CensoredHigh Reading = vocabulary.SignalRuleCensoredHigh
)

// Gauge is what a measurement can tell: values outside [Lo, Hi] are implausible, those at or beyond the censoring ends
// censored. A bound that is not stated is nil.
type Gauge struct {
	Lo, Hi, CensoredLow, CensoredHigh *float64
}

// Read classifies a value. An implausible value is that even where it is also censored: nothing is known of it.
func (g Gauge) Read(value float64) Reading {
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0),
		g.Lo != nil && value < *g.Lo, g.Hi != nil && value > *g.Hi:
		return Implausible
	case g.CensoredLow != nil && value <= *g.CensoredLow:
		return CensoredLow
	case g.CensoredHigh != nil && value >= *g.CensoredHigh:
		return CensoredHigh
	}
	return Measured
}
