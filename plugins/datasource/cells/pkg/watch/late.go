package watch

import "time"

// news is how long after it was measured something may be told of to be news.
const news = 2 * time.Hour

// asFast is how much of the time in which records were measured they arrive in at least, where they come one by one: a clock is behind
// then. What waited somewhere comes at once.
const asFast = 0.5

// machineStep is a step (its beginning, Unix ms) of a machine.
type machineStep struct {
	site, line, equipment string
	begin                 int64
}

func (s *station) stepOf(site, line, equipment string, ms int64) machineStep {
	return machineStep{site, line, equipment, ms - ms%s.book.LengthMs}
}

// arrivals are from when to when (Unix ms) records of machines' steps were measured and received that came later than news does.
type arrivals map[machineStep]*struct{ measured, received span }

type span struct{ from, to int64 }

func (s span) with(ms int64) span { return span{min(s.from, ms), max(s.to, ms)} }

func (s span) ms() float64 { return float64(s.to - s.from) }

func (a arrivals) note(of machineStep, measured, received int64) {
	if received-measured <= news.Milliseconds() {
		return
	}
	if a[of] == nil {
		a[of] = &struct{ measured, received span }{span{measured, measured}, span{received, received}}
	}
	a[of].measured, a[of].received = a[of].measured.with(measured), a[of].received.with(received)
}

// late tells whether a record is no news: it came long after it was measured, and not as fast as those of its step were measured.
func (a arrivals) late(of machineStep, measured, received int64) bool {
	step := a[of]
	return received-measured > news.Milliseconds() && (step.measured.ms() == 0 || step.received.ms() < asFast*step.measured.ms())
}
