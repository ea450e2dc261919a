package signals

import (
	"context"
	"math"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Columns of evidence that are not numbers.
const (
	sinceColumn    = "since"
	sentenceColumn = "sentence"
	actionColumn   = "action"
	standingColumn = "standing"
	responseColumn = "response"
)

// evidence is a table for people: what is wrong in a sentence, since when, how many cells, what it is held against, what to do.
func (s *search) evidence(ctx context.Context, found []signal) (*data.Frame, error) {
	if s.Alerting {
		return nil, source.Mistake("an alert rule cannot include %s: its columns would be labels; ask for one number with value, and for the evidence in a panel", vocabulary.IncludeEvidence)
	}
	names := s.query.labels()
	kept, cut := worstFirst(found, names)
	s.countHeld(ctx, kept)
	kept = withOverflow(kept, cut)
	t := table.New("signals", table.Spec{Name: sinceColumn, Kind: table.Time, Description: "When it began"}, table.Spec{Name: sentenceColumn, Kind: table.Text, Required: true})
	action := table.NewColumn(table.Spec{Name: actionColumn, Kind: table.Text, Required: true})
	value := table.NewColumn(table.Spec{Name: valueColumn, Kind: table.Float, Required: true, Description: aboutValue})
	numbers := make([]*table.Column, len(measured))
	for i, of := range measured {
		numbers[i] = table.NewColumn(table.Spec{Name: of.name, Kind: table.Float, Description: of.about})
	}
	standing := table.NewColumn(table.Spec{Name: standingColumn, Kind: table.Text, Required: true, Description: "What people did about a signal of a process"})
	response := table.NewColumn(table.Spec{Name: responseColumn, Kind: table.Text, Required: true, Description: "What was done, and whether it worked"})
	labels := make([]*table.Column, len(names))
	for i, name := range names {
		labels[i] = table.NewColumn(table.Spec{Name: name, Kind: table.Text, Required: true})
	}
	say := s.speaker()
	for _, of := range kept {
		f := of.known()
		if math.IsNaN(f.SinceMs) {
			t.Column(sinceColumn).AppendMissing()
		} else {
			t.Column(sinceColumn).AppendInt(int64(f.SinceMs) * 1e6)
		}
		t.Column(sentenceColumn).AppendText(say.sentence(of))
		action.AppendText(say.action(of))
		value.AppendFloat(of.Value)
		for i, m := range measured {
			if v := m.of(f); math.IsNaN(v) || math.IsInf(v, 0) {
				numbers[i].AppendMissing()
			} else {
				numbers[i].AppendFloat(v)
			}
		}
		standing.AppendText(of.Standing.Word)
		response.AppendText(say.response(of.Standing))
		for i, name := range names {
			labels[i].AppendText(of.Labels[name])
		}
	}
	t.Add(action)
	t.Add(value)
	for _, c := range slices.Concat(numbers, labels, []*table.Column{standing, response}) {
		t.Add(c)
	}
	return t.Frame(data.FrameTypeTable), nil
}
