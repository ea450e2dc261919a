package signals

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// maxSignals is the most instances an alert rule gets; one more row tells how many there were.
const maxSignals = 500

// severityOfOverflow: what does not fit is not seen.
const severityOfOverflow = "critical"

// signal is something that is wrong: one alert instance.
type signal struct {
	// Value is above zero: how far beyond, in σ or in widths of the spec; a count; or a multiple of what is allowed.
	Value float64
	// Labels by name; a label that says nothing is absent here and empty in the frame.
	Labels map[string]string
	// Facts are what else is known of it; nil: nothing.
	Facts *facts
	// Told is the episode, of what monitors found and of several cells out of spec; nil of all else.
	Told *monitor.Told
	// Standing is what people did about it, where that was asked.
	Standing standing
}

// name tells it from all others.
func (s signal) name() string { return fmt.Sprint(s.Labels) }

// grave is the place of its severity among all, the gravest first; without one the last.
func (s signal) grave() int {
	at := slices.Index(control.Severities, s.Labels["severity"])
	if at < 0 {
		return len(control.Severities)
	}
	return at
}

// worstFirst merges signals with the same labels (the worst stays) and orders them, the most severe first, of these the farthest
// beyond; the cut-off ones are counted.
func worstFirst(signals []signal, names []string) (kept []signal, cut int) {
	byLabels := map[string]int{}
	for _, s := range signals {
		var key []byte
		for _, name := range names {
			key = append(append(key, s.Labels[name]...), 0)
		}
		if i, seen := byLabels[string(key)]; seen {
			kept[i].Value = max(kept[i].Value, s.Value)
			continue
		}
		byLabels[string(key)] = len(kept)
		kept = append(kept, s)
	}
	slices.SortStableFunc(kept, func(a, b signal) int {
		if d := cmp.Compare(a.grave(), b.grave()); d != 0 {
			return d
		}
		if d := cmp.Compare(b.Value, a.Value); d != 0 {
			return d
		}
		for _, name := range names {
			if d := table.Natural(a.Labels[name], b.Labels[name]); d != 0 {
				return d
			}
		}
		return 0
	})
	if len(kept) > maxSignals {
		cut = len(kept) - maxSignals
		kept = kept[:maxSignals]
	}
	return kept, cut
}

const (
	valueColumn = "value"
	aboutValue  = "How far beyond: in σ, or out of spec in widths of the spec (of a one-sided one: of twice the distance from target to limit, else of the limit’s size); for rejected inputs their number; for silent stations multiples of the allowed pause"
)

// withOverflow adds the row that counts what was cut off.
func withOverflow(kept []signal, cut int) []signal {
	if cut == 0 {
		return kept
	}
	return append(kept, signal{Value: float64(cut), Labels: map[string]string{
		"rule": vocabulary.SignalRuleOverflow, "kind": vocabulary.SignalRuleOverflow, "severity": severityOfOverflow,
	}})
}

// frame is one numeric-long frame of signals, whatever there are; with another value, where that is asked for.
func (s *search) frame(ctx context.Context, found []signal) *data.Frame {
	names := s.query.labels()
	kept, cut := worstFirst(found, names)
	value := table.Spec{Name: valueColumn, Kind: table.Float, Required: true, Description: aboutValue}
	if of := s.query.Value; of != "" {
		value.Required, value.Description = false, of
	}
	if s.query.Value == vocabulary.SignalValueHeld && !s.missing {
		s.countHeld(ctx, kept)
	}
	t := table.New("signals", value)
	for _, name := range names {
		t.Add(table.NewColumn(table.Spec{Name: name, Kind: table.Text, Required: true}))
	}
	columns := t.Columns()
	for _, of := range withOverflow(kept, cut+s.older) {
		columns[0].AppendFloat(s.valueOf(of))
		for i, name := range names {
			columns[i+1].AppendText(of.Labels[name])
		}
	}
	return t.Frame(data.FrameTypeNumericLong)
}

// valueOf is the number of a signal that is asked for.
func (s *search) valueOf(of signal) float64 {
	if s.query.Value == "" {
		return of.Value
	}
	if s.missing {
		return math.NaN()
	}
	return of.known().measure(s.query.Value, s.reach().To.UnixMilli())
}

// rowLabels are the labels that a row of visits gives a signal.
func rowLabels(rows *table.Table, row int, names ...string) map[string]string {
	labels := map[string]string{}
	for _, name := range names {
		c := rows.Column(name)
		if c == nil {
			continue
		}
		if c.Kind == table.Int {
			if v, ok := c.Int(row); ok {
				labels[name] = strconv.FormatInt(v, 10)
			}
		} else if v := table.TextOr(c, row, ""); v != "" {
			labels[name] = v
		}
	}
	return labels
}

// matchLabels applies those filters whose keys are labels; signals of a process have no other attributes.
func matchLabels(fs source.Filters, labels map[string]string) bool {
	for _, f := range fs {
		if !slices.Contains(vocabulary.SignalLabels, f.Key) && !slices.Contains(vocabulary.CellLabels, f.Key) {
			continue
		}
		value, ok := labels[f.Key]
		if !ok {
			if !f.Negative && !f.MatchesMissing() {
				return false
			}
			continue
		}
		number, err := strconv.ParseFloat(value, 64)
		if err != nil {
			number = source.NotANumber
		}
		if f.Compare(value, number) == f.Negative {
			return false
		}
	}
	return true
}
