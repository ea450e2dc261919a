package signals

// memory is what the searches of one datasource remember.
type memory struct {
	evaluations evaluations
	looked      lookedBack
}
