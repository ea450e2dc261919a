package table

import (
	"strconv"
	"time"
)

// Gather gives a column of that name with the rows of index, in its order; a negative index is a missing value, so the
// column is never required.
func (c *Column) Gather(name string, index []int) *Column {
	spec := c.Spec
	spec.Name, spec.Required = name, false
	return c.gather(spec, index)
}

func (c *Column) gather(spec Spec, index []int) *Column {
	out := NewColumn(spec)
	out.Reserve(len(index))
	for _, i := range index {
		out.AppendFrom(c, i)
	}
	return out
}

// Format gives row i as text: times in RFC 3339, floats in their shortest form, the empty text for a missing value.
func (c *Column) Format(i int) string {
	if c.Missing(i) {
		return ""
	}
	switch c.Kind {
	case Time:
		return time.Unix(0, c.ints[i]).UTC().Format(time.RFC3339Nano)
	case Int:
		return strconv.FormatInt(c.ints[i], 10)
	case Float:
		return strconv.FormatFloat(c.floats[i], 'g', -1, 64)
	case Bool:
		return strconv.FormatBool(c.bools.get(i))
	}
	return c.text.at(i)
}
