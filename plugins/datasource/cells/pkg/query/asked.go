package query

// chooser is a query that chooses or groups rows by fields: what it tells of them is told even where they are not shown.
type chooser interface{ chosenBy() []string }

func (q *visitsQuery) chosenBy() []string  { return append(q.filters.Keys(), q.Strata...) }
func (q *cellsQuery) chosenBy() []string   { return q.filters.Keys() }
func (q *signalsQuery) chosenBy() []string { return q.filters.Keys() }
func (q *eventsQuery) chosenBy() []string  { return q.filters.Keys() }
func (q *yieldQuery) chosenBy() []string   { return append(q.filters.Keys(), q.By...) }
