package signals

import (
	"encoding/json"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// maxMoments is how many rules' last answers are remembered; then all are forgotten, and found again.
const maxMoments = 2000

// moments remember what each alert rule found last: one that asks for several numbers of the same signals as of the same moment
// makes one evaluation, and its search is made once.
type moments struct {
	mu    sync.Mutex
	found map[string]moment
}

type moment struct {
	over  source.Range
	plan  *plan.Plan
	found []signal
}

// askedOf spells what a query looks for, whichever number of it is asked for.
func (q *Query) askedOf() string {
	text, _ := json.Marshal([]any{q.Kinds, q.State, q.Stations, q.Characteristics, q.Filters, q.PerMachine})
	return string(text)
}

func (m *moments) of(asked string, over source.Range) (moment, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	last, known := m.found[asked]
	if !known || !last.over.From.Equal(over.From) || !last.over.To.Equal(over.To) {
		return moment{}, false
	}
	last.found = copied(last.found)
	return last, true
}

// keep remembers an answer, unless it is so large that more is cut off than told.
func (m *moments) keep(asked string, of moment) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil || len(m.found) >= maxMoments {
		m.found = map[string]moment{}
	}
	delete(m.found, asked)
	if len(of.found) <= maxSignals {
		of.found = copied(of.found)
		m.found[asked] = of
	}
}
