package traveler

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// traveler is what was read of one item.
type traveler struct {
	*source.Run
	plan   *plan.Plan
	id     string
	known  bool
	stays  []*stay
	values []*measured
	edges  []*edge
	air    []*reading
	events []record.Event
	// state is what became of the item.
	state holds.State
}
