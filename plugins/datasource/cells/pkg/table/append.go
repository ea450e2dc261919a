package table

// Append adds the rows of another table by the names of its columns: a column the table does not have yet is added,
// missing so far; one the other lacks stays missing there.
func (t *Table) Append(other *Table) {
	n := t.Len()
	for _, from := range other.columns {
		to := t.Column(from.Name)
		if to == nil {
			spec := from.Spec
			spec.Required = spec.Required && n == 0
			to = NewColumn(spec)
			for range n {
				to.AppendMissing()
			}
			t.index[from.Name] = len(t.columns)
			t.columns = append(t.columns, to)
		}
		for row := range from.n {
			to.AppendFrom(from, row)
		}
	}
	for _, c := range t.columns {
		for c.n < n+other.Len() {
			c.AppendMissing()
		}
	}
}
