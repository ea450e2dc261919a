// Package types lists the query types; each has a folder of its own and imports no other.
package types

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/audit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/cells"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/due"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/events"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/health"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/losses"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/shifts"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/traveler"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/visits"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/yield"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// Types are all query types, in the order editors show them, for one datasource: what searches for signals remember is its own.
func Types() []query.Type {
	w := &watch.Watch{}
	return []query.Type{visits.Type, cells.Type, traveler.Type, signals.New(w), events.Type, yield.Type, losses.New(w), audit.Type, health.Type, shifts.Type, due.Type}
}
