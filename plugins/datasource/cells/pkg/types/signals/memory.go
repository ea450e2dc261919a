package signals

import (
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// memory is what the searches of one datasource remember.
type memory struct {
	evaluations evaluations
	looked      lookedBack
	left        lookedBack // the station before
	watch       watch.Watch
	hourly      hourly
	moments     moments
	cells       keptCells
	judging     sync.Once
	proving     *ToProve
	// shared is what others remember as well of what stations measured, in place of watch; nil where nobody else does.
	shared *watch.Watch
}

// watching is what is remembered of what stations measured.
func (m *memory) watching() *watch.Watch {
	if m.shared != nil {
		return m.shared
	}
	return &m.watch
}
