package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// clockKind: records of a machine arrived long after or before the time they bear, and do not say that they only tell what
// was: its clock is wrong, or its records wait somewhere. The value is the greatest difference as a multiple of what is
// allowed. Such records are stored and judged all the same.
var clockKind = signalKind{Name: vocabulary.SignalClock, Station: findClock}

// What is allowed between a record's time and its arrival: records may wait for a while in a gateway, but none can be of
// the future. A clock that missed the change to winter time is an hour behind.
const (
	clockBehind = 55 * time.Minute
	clockAhead  = time.Minute
)

func findClock(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	v, err := s.cellVisits(ctx, station)
	if err != nil {
		return nil, err
	}
	received, history := v.rows.Column("received_ms"), v.rows.Column("history")
	source, at := v.rows.Column("source_ms"), v.rows.Column("time")
	var out []signal
	for row := range v.rows.Len() {
		ms := table.IntOr(received, row, 0)
		if ms == 0 || table.IsTrue(history, row) {
			continue
		}
		late := time.Duration(ms-visit.SourceMs(source, at, row)) * time.Millisecond
		rule, value := vocabulary.SignalRuleBehind, late.Seconds()/clockBehind.Seconds()
		if late < 0 {
			rule, value = vocabulary.SignalRuleAhead, -late.Seconds()/clockAhead.Seconds()
		}
		if value <= 1 {
			continue
		}
		labels := rowLabels(v.rows, row, visit.EquipmentTags...)
		labels["station"], labels["rule"], labels["disposition"] = station.Station, rule, "none"
		out = append(out, signal{Value: value, Labels: labels})
	}
	return out, nil
}
