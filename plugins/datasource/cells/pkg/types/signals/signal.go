package signals

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/grafana/grafana-plugin-sdk-go/data"

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
}

// worstFirst merges signals with the same labels (the worst stays) and orders them; the cut-off ones are counted.
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

// signalsFrame is one numeric-long frame with those labels, whatever there is.
func signalsFrame(signals []signal, names []string) *data.Frame {
	kept, cut := worstFirst(signals, names)
	if cut > 0 {
		kept = append(kept, signal{Value: float64(cut), Labels: map[string]string{"rule": vocabulary.SignalRuleOverflow, "kind": vocabulary.SignalRuleOverflow, "severity": severityOfOverflow}})
	}
	t := table.New("signals", table.Spec{Name: "value", Kind: table.Float, Required: true,
		Description: "How far beyond: in σ, or out of spec in widths of the spec (of a one-sided one: of twice the distance from target to limit, else of the limit’s size); for rejected inputs their number; for silent stations multiples of the allowed pause"})
	for _, name := range names {
		t.Add(table.NewColumn(table.Spec{Name: name, Kind: table.Text, Required: true}))
	}
	columns := t.Columns()
	for _, s := range kept {
		columns[0].AppendFloat(s.Value)
		for i, name := range names {
			columns[i+1].AppendText(s.Labels[name])
		}
	}
	return t.Frame(data.FrameTypeNumericLong)
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
