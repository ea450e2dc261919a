package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// verdictDiffersKind: of the last n first judged cells of a machine, at least k passed though a value lies outside the plan's
// limits (rule passed), or failed though all that was measured lies inside (failed): station and plan do not judge alike. The
// value is how many of them; k and n are the station's.
var verdictDiffersKind = signalKind{Name: vocabulary.SignalVerdictDiffers, Station: findVerdictDiffers}

func findVerdictDiffers(ctx context.Context, s *search, station *plan.Row) ([]signal, error) {
	last, err := s.latest(ctx, station)
	if err != nil || len(last.planned) == 0 {
		return nil, err
	}
	several := control.SeveralOf(station)
	judged := control.FindingsOf(s.plan, station, last.rows, last.planned, nil)
	verdict := last.rows.Column("verdict")
	var out []signal
	for _, m := range last.machines() {
		passed, failed := 0, 0
		for _, row := range m.rows[:min(several.N, len(m.rows))] {
			outside := slices.ContainsFunc(judged.Row(row), func(f control.Finding) bool { return f.Kind == vocabulary.SignalOutOfSpec && !f.Earlier })
			switch ok := table.TextOr(verdict, row, "") == vocabulary.VerdictOK; {
			case ok && outside:
				passed++
			case !ok && !outside:
				failed++
			}
		}
		for rule, count := range map[string]int{vocabulary.SignalRulePassed: passed, vocabulary.SignalRuleFailed: failed} {
			if count >= several.K {
				labels := m.labels(station, rule)
				labels["disposition"] = "none"
				out = append(out, signal{Value: float64(count), Labels: labels})
			}
		}
	}
	return out, nil
}

// machineRows are the first judged visits of a machine, whatever its positions, newest first.
type machineRows struct {
	machine
	rows []int
}

// machines are those that have any.
func (l *latest) machines() []*machineRows {
	of := map[machine]*machineRows{}
	var out []*machineRows
	for _, key := range l.keys {
		labels := l.labels[key]
		m := machine{labels["site"], labels["line"], labels["equipment"]}
		if of[m] == nil {
			of[m] = &machineRows{machine: m}
			out = append(out, of[m])
		}
		of[m].rows = append(of[m].rows, l.streams[key]...)
	}
	for _, m := range out {
		slices.SortFunc(m.rows, func(a, b int) int { return b - a }) // rows stand in process order
	}
	return out
}
