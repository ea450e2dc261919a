package influx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Column is one column to read; exactly one of tag and field.
type Column struct {
	Name string
	Tag  bool
	Kind table.Kind
}

// Tag names a tag column.
func Tag(name string) Column { return Column{Name: name, Tag: true, Kind: table.Text} }

// Field names a field column of that kind.
func Field(name string, kind table.Kind) Column { return Column{Name: name, Kind: kind} }

// Condition compares a tag or field with one or several values.
type Condition struct {
	Column Column
	// Operator is one of = != =~ !~ < <= > >=.
	Operator string
	// Values: several are alternatives (or, for != and !~, all excluded). Regular expressions must be anchored by the caller.
	Values []any
}

// Range is half open, in nanoseconds since the epoch.
type Range struct{ From, To int64 }

// Statement reads rows of one measurement. It always has a time range.
type Statement struct {
	From    string
	Columns []Column
	Range   Range
	Where   []Condition
	// Among keeps only rows whose first column, a text, is one of these. It is applied while the answer is read, where it
	// costs the same for any number of values.
	Among   *Texts
	GroupBy []string
	// EveryMs reduces by stretches of so many ms that begin at its multiples; a stretch without rows is left out.
	EveryMs int64
	// Newest returns the rows newest first.
	Newest bool
	Limit  int
	// Reduce wraps every field in this aggregate ("last", "max", "count"); the answer keeps the columns' names.
	Reduce string
}

// First moves a column to the front, or adds it there.
func (s *Statement) First(column Column) {
	rest := slices.DeleteFunc(slices.Clone(s.Columns), func(c Column) bool { return c == column })
	s.Columns = append([]Column{column}, rest...)
}

// At is the range that holds exactly one instant.
func At(ns int64) Range { return Range{From: ns, To: ns + 1} }

func (s Statement) validate() error {
	if s.From == "" || len(s.Columns) == 0 {
		return fmt.Errorf("a statement needs a measurement and columns")
	}
	if s.Range.From >= s.Range.To {
		return fmt.Errorf("the time range of %q is empty", s.From)
	}
	if s.EveryMs > 0 && s.Reduce == "" {
		return fmt.Errorf("the rows of %q are parted by time without being reduced", s.From)
	}
	if s.Among != nil && (s.Columns[0].Kind != table.Text || s.Reduce != "") {
		return fmt.Errorf("the rows of %q can be chosen by a first column of text only", s.From)
	}
	return nil
}

// text writes the statement and binds its values to names that are unique in the request.
func (s Statement) text(bind func(any) string) string {
	var b strings.Builder
	b.WriteString("SELECT ")
	for i, c := range s.Columns {
		if i > 0 {
			b.WriteString(", ")
		}
		if s.Reduce != "" {
			fmt.Fprintf(&b, "%s(%s) AS %s", s.Reduce, c.reference(), quote(c.Name))
		} else {
			b.WriteString(c.reference())
		}
	}
	fmt.Fprintf(&b, " FROM %s WHERE time >= %d AND time < %d", quote(s.From), s.Range.From, s.Range.To)
	for _, c := range s.Where {
		b.WriteString(" AND ")
		b.WriteString(c.text(bind))
	}
	for i, by := range s.groups() {
		b.WriteString([2]string{" GROUP BY ", ", "}[min(i, 1)])
		b.WriteString(by)
	}
	if s.EveryMs > 0 {
		b.WriteString(" fill(none)")
	}
	if s.Newest {
		b.WriteString(" ORDER BY time DESC")
	}
	if s.Limit > 0 {
		fmt.Fprintf(&b, " LIMIT %d", s.Limit)
	}
	return b.String()
}

func (s Statement) groups() []string {
	var by []string
	if s.EveryMs > 0 {
		by = append(by, fmt.Sprintf("time(%dms)", s.EveryMs))
	}
	for _, tag := range s.GroupBy {
		by = append(by, quote(tag))
	}
	return by
}

func (s Statement) kinds() map[string]table.Kind {
	kinds := make(map[string]table.Kind, len(s.Columns))
	for _, c := range s.Columns {
		kinds[c.Name] = c.Kind
	}
	return kinds
}

func (c Column) reference() string {
	if c.Tag {
		return quote(c.Name) + "::tag"
	}
	return quote(c.Name) + "::field"
}

func (c Condition) text(bind func(any) string) string {
	pattern := c.Operator == "=~" || c.Operator == "!~"
	glue := " OR "
	if strings.HasPrefix(c.Operator, "!") {
		glue = " AND "
	}
	parts := make([]string, len(c.Values))
	for i, v := range c.Values {
		if pattern {
			v = map[string]any{"regex": v}
		}
		parts[i] = c.Column.reference() + " " + c.Operator + " $" + bind(v)
	}
	return "(" + strings.Join(parts, glue) + ")"
}

var identifierEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

// quote writes an identifier for InfluxQL.
func quote(identifier string) string { return `"` + identifierEscapes.Replace(identifier) + `"` }
