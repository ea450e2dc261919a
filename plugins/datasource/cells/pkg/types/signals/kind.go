package signals

import (
	"cmp"
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// signalKind finds one kind of signal. A kind of cells is looked for in what every station stored, any other once.
type signalKind struct {
	Name string
	// Station looks at one station, Plant at everything; one of them is set.
	Station func(ctx context.Context, s *search, station *plan.Row) ([]signal, error)
	Plant   func(ctx context.Context, s *search) ([]signal, error)
	// Asks are what rules have to ask of it at a station; nil: one of the station does.
	Asks asksOf
}

// ofCells tells that its signals carry cell_id, visit and pass.
func (k signalKind) ofCells() bool { return slices.Contains(vocabulary.CellSignals, k.Name) }

func (k signalKind) asking(asks asksOf) signalKind {
	k.Asks = asks
	return k
}

// complete writes into the labels of a signal what its kind says, and what the plan says of its characteristic: how bad it is
// and who is told. They are the same as long as the signal lasts.
func (k signalKind) complete(p *plan.Plan, labels map[string]string, ns int64) {
	severity, route := "", ""
	if row := p.Characteristics.At(labels["station"], labels["characteristic"], plan.Scope{Product: plan.Any}, max(ns, p.Begin)); row != nil {
		severity, route = row.Text("severity"), row.Text("route")
	}
	labels["kind"], labels["severity"] = k.Name, cmp.Or(labels["severity"], severity, vocabulary.SignalKindSeverity[k.Name])
	labels["route"] = cmp.Or(labels["route"], route, vocabulary.SignalKindRoute[k.Name])
}
