package control

import (
	"fmt"
	"math"
	"strconv"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Hit is a rule that a value met; Size is how far beyond: widths of the spec (spc.Spec.Width), or σ.
type Hit struct {
	Rule   string
	Size   float64
	Detail string
}

// Hits judges one value by its spec. What cannot be true and what is only known to lie beyond the gauge has no further signals.
func (s *Standard) Hits(value float64) []Hit {
	if reading := s.Gauge.Read(value); reading != spc.Measured {
		if beyond := s.Spec.Beyond(value); reading != spc.Implausible && beyond != 0 {
			return []Hit{s.outOfSpec(value, beyond), {Rule: string(reading), Size: 1, Detail: s.explainReading(reading)}}
		}
		return []Hit{{Rule: string(reading), Size: 1, Detail: s.explainReading(reading)}}
	}
	var out []Hit
	if beyond := s.Spec.Beyond(value); beyond != 0 {
		out = append(out, s.outOfSpec(value, beyond))
	}
	return out
}

func (s *Standard) outOfSpec(value, beyond float64) Hit {
	rule, side, limit := vocabulary.SignalRuleAboveUsl, "above usl", s.Spec.USL
	if beyond < 0 {
		rule, side, limit = vocabulary.SignalRuleBelowLsl, "below lsl", s.Spec.LSL
	}
	share := ""
	if words := s.Spec.WidthWords(); words != "" {
		share = fmt.Sprintf(" (%s%s)", number(math.Abs(beyond)), words)
	}
	return Hit{rule, math.Abs(beyond), fmt.Sprintf("%s is %s %s by %s%s", number(value), side, number(*limit), number(math.Abs(value-*limit)), share)}
}

func (s *Standard) explainReading(reading spc.Reading) string {
	switch reading {
	case spc.CensoredLow:
		return "at or below the end of the gauge: the true value is only known to be less"
	case spc.CensoredHigh:
		return "at or above the end of the gauge: the true value is only known to be more"
	}
	return "outside what can be true; a sentinel or an over-range"
}

// number writes a value with four digits that count.
func number(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	if err != nil {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
