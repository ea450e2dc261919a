package signals

import (
	"context"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// signalKind finds one kind of signal. A kind of cells is looked for in what every station stored, any other once.
type signalKind struct {
	Name string
	// OfCells: its signals carry cell_id and visit.
	OfCells bool
	// Station looks at one station, Plant at everything; one of them is set.
	Station func(ctx context.Context, s *search, station *plan.Row) ([]signal, error)
	Plant   func(ctx context.Context, s *search) ([]signal, error)
}
