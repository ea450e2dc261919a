package watch

import (
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// news is how long after it was measured something may be told of to be news.
const news = 2 * time.Hour

// asLong: records come one by one, as those of a machine do whose clock is behind, where all take as long: the interquartile range of
// how long is below so much of that of when they were measured. It is all of it where what waited comes at once, 1 − 1/r where it is
// replayed r times as fast as it was measured, 1/n at least where it comes in n lots.
const asLong = 0.25

// fewestArrivals are needed to know it: one of them that comes later than the others must change neither range.
const fewestArrivals = 5

// machineStep is a step (its beginning, Unix ms) of a machine.
type machineStep struct {
	site, line, equipment string
	begin                 int64
}

func (s *station) stepOf(site, line, equipment string, ms int64) machineStep {
	return machineStep{site, line, equipment, ms - ms%s.book.LengthMs}
}

// arrivals are the records of machines' steps that came later than news does.
type arrivals map[machineStep]*arrived

// arrived is when records were measured and how long after that they were received, in ms; backlog tells, once all are noted, whether
// these did not come one by one.
type arrived struct {
	measured, took []float64
	judged         bool
	backlog        bool
}

func (a arrivals) note(of machineStep, measured, received int64) {
	if received-measured <= news.Milliseconds() {
		return
	}
	if a[of] == nil {
		a[of] = &arrived{}
	}
	a[of].measured, a[of].took = append(a[of].measured, float64(measured-of.begin)), append(a[of].took, float64(received-measured))
}

// late tells whether a record is no news: it came long after it was measured, and not one by one with those of its step.
func (a arrivals) late(of machineStep, measured, received int64) bool {
	if received-measured <= news.Milliseconds() {
		return false
	}
	step := a[of]
	if !step.judged {
		step.judged, step.backlog = true, len(step.took) < fewestArrivals || quartiles(step.took) >= asLong*quartiles(step.measured)
	}
	return step.backlog
}

// quartiles is the interquartile range of values.
func quartiles(values []float64) float64 {
	sorted := spc.Sorted(values)
	return spc.Quantile(sorted, 0.75, 7) - spc.Quantile(sorted, 0.25, 7)
}
