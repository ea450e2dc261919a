package control

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	defaultWindowMs = 15 * 60 * 1000
	defaultMinN     = 5
)

// WindowMs is the length of the windows that control limits are judged by: their own, else that of the monitor of their
// characteristic (nil where it is not planned), else a quarter of an hour.
func WindowMs(limit, characteristic *plan.Row) int64 {
	if length := int64(limit.NumberOr("window", 0) * 1000); length > 0 {
		return length
	}
	if characteristic != nil {
		if length := int64(characteristic.NumberOr("monitor_window_s", 0) * 1000); length > 0 {
			return length
		}
	}
	return defaultWindowMs
}

// minN is the least number of cells that a window is judged on.
func minN(r reading) int {
	if r.standard.SpecRow == nil {
		return defaultMinN
	}
	return int(r.standard.SpecRow.NumberOr("monitor_min_n", defaultMinN))
}

// windowChart plots means of windows, each with the lines of its own number of cells.
var windowChart = spc.FindChart("xbar-s")

// Windowed judges means of windows of time against approved limits: one point a row of limits and window of at least the plan's
// min_n cells, else the window goes on to the next ones. Windows are what alerts judge, by the limits alone; all other rules
// are for charts.
func Windowed(p *plan.Plan, station, characteristic string, rows *table.Table) []PointHit {
	values := visit.NumbersOf(rows, characteristic)
	if values == nil {
		return nil
	}
	var out []PointHit
	for _, stream := range NewJudge(p, station, characteristic, rows).streams(rows, values, byLimits) {
		if len(stream) == 0 || stream[0].standard.LimitRow.Text("status") != statusApproved {
			continue
		}
		of := stream[0].standard
		for _, hit := range judged(windowChart, windows(stream, WindowMs(of.LimitRow, of.SpecRow), minN), beyondOnly) {
			if hit.Rule == vocabulary.SignalRuleAboveUcl || hit.Rule == vocabulary.SignalRuleBelowLcl {
				out = append(out, hit)
			}
		}
	}
	return out
}

// byLimits parts readings by the row of limits that held.
func byLimits(_ string, limit *plan.Row) any { return limit }
