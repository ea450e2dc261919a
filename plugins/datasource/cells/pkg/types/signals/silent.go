package signals

import (
	"context"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// silentKind: equipment says that it runs, and its station has stored nothing for longer than the plan's max_gap. The
// value is that time as a multiple of max_gap.
var silentKind = signalKind{Name: vocabulary.SignalSilent, Station: findSilent}

const (
	// leastSilentLookback is how far back the last row and the last change of state are searched at least.
	leastSilentLookback = 24 * time.Hour
	defaultMaxGap       = 30 * time.Minute
	stateRunning        = "running"
)

func findSilent(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	fields, err := s.Fields(ctx, s.Databases.Visits, station.Station)
	if err != nil || len(fields) == 0 {
		return nil, err // a station that never stored anything is not silent, it is not connected
	}
	to := min(s.Range.To.UnixNano(), s.Now().UnixNano())
	allowed := time.Duration(station.NumberOr("max_gap_s", defaultMaxGap.Seconds()) * float64(time.Second))
	// Of a station that may pause for longer than the least, twice its pause is read: what is older is silent all the same.
	over := source.Span{From: to - int64(max(leastSilentLookback, 2*allowed)), To: to}
	state := source.Statement{
		From: vocabulary.MeasurementEquipmentState, Columns: []source.Column{source.Field("state", table.Text)}, Reduce: "last",
		Range: over, GroupBy: visit.EquipmentTags,
	}
	stopped := state
	stopped.Where = []source.Condition{{Column: source.Field("state", table.Text), Operator: "!=", Values: []any{stateRunning}}}
	rows := source.Statement{
		From: station.Station, Columns: []source.Column{source.Field("source_ms", table.Int)}, Reduce: "max",
		Range: over, GroupBy: visit.EquipmentTags,
	}
	results, err := s.Read(ctx, s.Databases.Visits, rows, state, stopped)
	if err != nil {
		return nil, err
	}
	lastRow, lastStop := lastByEquipment(results[0], "source_ms", 1e6), lastByEquipment(results[2], "time", 1)
	var out []signal
	for _, series := range results[1].Series {
		key := equipmentKey(series.Tags)
		running := table.TextOr(series.Rows.Column("state"), 0, "") == stateRunning
		if !running || !s.plan.Stands(station, series.Tags["equipment"]) {
			continue
		}
		since := max(over.From, lastRow[key], lastStop[key])
		gap := time.Duration(to - since)
		if gap <= allowed {
			continue
		}
		labels := map[string]string{"station": station.Station, "rule": vocabulary.SignalRuleNoRows}
		for _, tag := range visit.EquipmentTags {
			labels[tag] = series.Tags[tag]
		}
		out = append(out, signal{Value: float64(gap) / float64(allowed), Labels: labels})
	}
	return out, nil
}

// lastByEquipment reads one time per equipment, in ns.
func lastByEquipment(result source.Result, column string, unit int64) map[string]int64 {
	out := map[string]int64{}
	for _, series := range result.Series {
		if v, ok := series.Rows.Column(column).Int(0); ok {
			out[equipmentKey(series.Tags)] = v * unit
		}
	}
	return out
}

func equipmentKey(tags map[string]string) string {
	return tags["site"] + "\x00" + tags["line"] + "\x00" + tags["equipment"]
}
