package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// measured is a value of the item, and what the plan held of it then.
type measured struct {
	stay           *stay
	characteristic string
	value          float64 // NaN where a value is due and missing, and of a text
	text           string  // of a characteristic of type text
	row            *plan.Row
	spec           spc.Spec
	limit          *plan.Row
	lines          *spc.Lines
	verdict        string
	reading        spc.Reading // "" where there is no value
	percentile     *float64
}

// z is a measured value's distance from the centre in σ; NaN for one that is no measurement.
func (m *measured) z() float64 {
	if m.reading != spc.Measured {
		return source.NotANumber
	}
	return m.lines.Z(m.value)
}

// place is the order within a station; what is not planned comes last.
func (m *measured) place() int64 {
	if m.row != nil {
		if n, ok := m.row.Int("order"); ok {
			return n
		}
	}
	return 1 << 30
}
