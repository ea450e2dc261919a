package yield

import (
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// failure is how many cells of a group failed a characteristic.
type failure struct {
	group          *yieldGroup
	characteristic string
	count          float64
}

// failuresFrame is the Pareto: the commonest failure first. A cell that fails two characteristics counts for both.
func (q *Query) failuresFrame(groups []*yieldGroup) *data.Frame {
	var all []failure
	total := 0.0
	for _, g := range groups {
		for name, n := range g.failures {
			all = append(all, failure{g, name, n})
			total += n
		}
	}
	slices.SortFunc(all, func(a, b failure) int {
		if a.count != b.count {
			return int(b.count - a.count)
		}
		if d := strings.Compare(a.group.station.name, b.group.station.name); d != 0 {
			return d
		}
		if d := strings.Compare(a.characteristic, b.characteristic); d != 0 {
			return d
		}
		return strings.Compare(a.group.key(), b.group.key())
	})
	t := table.New("failures", append(q.labelSpecs(), table.Spec{Name: "characteristic", Kind: table.Text, Required: true,
		Description: "Outside its spec limits at the first visit; verdict: the station failed the cell with every value inside"})...)
	for _, spec := range []table.Spec{
		count("count", "Cells that failed it"), percent("share", "Share of all failures"),
		percent("cumulative", "Share of this and all commoner failures"), percent("rate", "Share of the group's cells"),
	} {
		t.Add(table.NewColumn(spec))
	}
	sum := 0.0
	for _, f := range all {
		sum += f.count
		q.appendLabels(t, f.group)
		t.Column("characteristic").AppendText(f.characteristic)
		t.Column("count").AppendFloat(f.count)
		t.Column("share").AppendFloat(f.count / total)
		t.Column("cumulative").AppendFloat(sum / total)
		t.Column("rate").AppendFloat(f.count / f.group.cells)
	}
	return t.Frame(data.FrameTypeNumericLong)
}
