package table

import (
	"strconv"
)

// MsAsTime reads milliseconds as an instant: core panels would draw a number.
func MsAsTime(source *Column, name string, n int) *Column {
	out := NewColumn(Spec{Name: name, Kind: Time})
	out.Reserve(n)
	for row := range n {
		if source == nil || source.Missing(row) {
			out.AppendMissing()
			continue
		}
		ms, _ := source.Int(row)
		out.AppendInt(ms * 1e6)
	}
	return out
}

// IntsAsText gives counts and numbers of visits as text: core panels would draw them.
func IntsAsText(source *Column, name string) *Column {
	out := NewColumn(Spec{Name: name, Kind: Text})
	out.Reserve(source.Len())
	for row := range source.Len() {
		if v, ok := source.Int(row); ok {
			out.AppendText(strconv.FormatInt(v, 10))
		} else {
			out.AppendMissing()
		}
	}
	return out
}

// Concat puts the rows of several answers to one statement under each other.
func Concat(parts []*Table) *Table {
	if len(parts) == 1 {
		return parts[0]
	}
	out := New(parts[0].Name)
	for i, c := range parts[0].Columns() {
		all := NewColumn(c.Spec)
		for _, part := range parts {
			from := part.Columns()[i]
			for row := range from.Len() {
				all.AppendFrom(from, row)
			}
		}
		out.Add(all)
	}
	return out
}

// Renamed shares a column's values under another name; answers may be shared with other queries and are never changed.
func Renamed(c *Column, spec Spec) *Column {
	out := *c
	out.Spec = spec
	return &out
}
