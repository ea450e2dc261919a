package signals

import "github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"

// memory is what the searches of one datasource remember.
type memory struct {
	evaluations evaluations
	looked      lookedBack
	watch       watch.Watch
	hourly      hourly
}
