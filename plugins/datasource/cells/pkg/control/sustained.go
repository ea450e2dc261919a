package control

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// Sustained follows readings of one sensor in order of time. What lies beyond its spec for as long as is tolerated is on, and is
// over once it has been inside for as long: a value that flaps about its limit is one stretch, a short excursion none.
type Sustained struct {
	spec     spc.Spec
	gauge    spc.Gauge
	tolerate int64 // ns
	began    int64 // of the stretch beyond, or inside, that goes on; 0: none yet
	beyond   bool
	// On tells that it is beyond; Since is when the stretch began, ns; Worst how far beyond it was, in widths of the spec.
	On    bool
	Since int64
	Worst float64
}

// NewSustained follows readings of a spec.
func NewSustained(spec spc.Spec, gauge spc.Gauge, tolerateNs int64) *Sustained {
	return &Sustained{spec: spec, gauge: gauge, tolerate: tolerateNs}
}

// Read takes the next reading; one that cannot be true says nothing.
func (s *Sustained) Read(ns int64, value float64) {
	if s.gauge.Read(value) == spc.Implausible {
		return
	}
	size := math.Abs(s.spec.Beyond(value))
	if s.began == 0 || (size > 0) != s.beyond {
		s.beyond, s.began = size > 0, ns
		if s.beyond && !s.On {
			s.Since, s.Worst = ns, 0
		}
	}
	if s.beyond {
		s.Worst = max(s.Worst, size)
	}
	if s.On != s.beyond && ns-s.began >= s.tolerate {
		s.On = s.beyond
	}
}
