package record

import (
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Tags are the tags that EventOf reads.
func Tags() []string { return []string{"site", "kind"} }

// Fields are the fields that EventOf reads, by their type.
func Fields() map[string]table.Kind {
	out := map[string]table.Kind{answersField: table.Text}
	for _, f := range texts {
		out[f.name] = table.Text
	}
	for _, f := range ints {
		out[f.name] = table.Int
	}
	for _, f := range floats {
		out[f.name] = table.Float
	}
	return out
}

// EventOf is the event that a row holds. Its moment is known to the second: the rest of the row's time is a hash.
func EventOf(rows *table.Table, row int) Event {
	ns, _ := rows.Column("time").Int(row)
	e := Event{
		AtMs: ns / 1e9 * 1000, Site: table.TextOr(rows.Column("site"), row, ""), Kind: table.TextOr(rows.Column("kind"), row, ""),
		Answers: strings.FieldsFunc(table.TextOr(rows.Column(answersField), row, ""), func(c rune) bool { return c == ',' || c == ' ' }),
	}
	for _, f := range texts {
		*f.of(&e) = table.TextOr(rows.Column(f.name), row, "")
	}
	for _, f := range ints {
		*f.of(&e) = table.IntOr(rows.Column(f.name), row, 0)
	}
	for _, f := range floats {
		if v, ok := table.FloatAt(rows.Column(f.name), row); ok {
			*f.of(&e) = &v
		}
	}
	return e
}
