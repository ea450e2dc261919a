package signals

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// suspect is what is known against the gauge by which something departs: that it reads a master part off, or that its check is
// overdue.
type suspect struct {
	name, master string
	reading      *monitor.Reading
	// overdue is the check that is so, times how many of its intervals ago the last one was.
	overdue string
	times   float64
}

// suspectGauges notes, of what departs at a station, that a check of the machine's gauges is overdue. Whoever asks for neither
// sentences nor gauges is spared the look; an alert rule may ask for the gauge of what it found.
func (s *search) suspectGauges(ctx context.Context, station *plan.Row, found []signal) error {
	asked := s.Alerting || s.query.Value == vocabulary.SignalValueGauge || slices.Contains(s.query.Include, vocabulary.IncludeEvidence)
	if !asked || !slices.ContainsFunc(found, func(of signal) bool { return of.Labels["equipment"] != "" && of.Facts.Gauge == nil }) {
		return nil
	}
	overdue, err := findOverdue(ctx, s, station)
	if err != nil {
		return err
	}
	for _, of := range found {
		if of.Facts.Gauge != nil || of.Labels["characteristic"] == "" {
			continue
		}
		for _, o := range overdue {
			same := true
			for _, name := range []string{"site", "line", "equipment"} {
				same = same && of.Labels[name] == o.Labels[name]
			}
			if same {
				of.Facts.Gauge = &suspect{overdue: o.Labels["rule"], times: o.Value}
			}
		}
	}
	return nil
}

// suspicion says what is known against the gauge, before anything else is said.
func (sp *speaker) suspicion(of signal) string {
	g := of.known().Gauge
	switch {
	case g == nil || of.Labels["rule"] == vocabulary.SignalRuleGauge:
		return ""
	case g.reading != nil:
		return fmt.Sprintf(sp.gaugeFirst, sp.it+" "+sp.reads(of.Labels, g))
	}
	return fmt.Sprintf(sp.gaugeFirst, fmt.Sprintf(sp.checkOverdue[g.overdue], sp.number(g.times, 1)))
}

// gaugeIsOff says that the gauge itself is what departs.
func (sp *speaker) gaugeIsOff(of signal) string {
	g := of.known().Gauge
	name := sp.gauge
	if g.name != "" {
		name += " (" + g.name + ")"
	}
	return name + " " + sp.reads(of.Labels, g)
}

// reads says how far off a gauge reads its master part: by how much, to which side, and how many σ.
func (sp *speaker) reads(l map[string]string, g *suspect) string {
	side := sp.tooHigh
	if g.reading.Now < g.reading.Usual {
		side = sp.tooLow
	}
	amount := sp.amount(l, math.Abs(g.reading.Now-g.reading.Usual))
	return fmt.Sprintf(sp.readsMaster, g.master, amount, side, sp.number(math.Abs(g.reading.Off), 1))
}
