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
}
