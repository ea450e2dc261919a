package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Hash is the SHA-256 of a row of an event, as 64 hexadecimal digits.
func Hash(row Row) string { return SHA256(Canonical(row)) }

// SHA256 is that of a text, as 64 hexadecimal digits.
func SHA256(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Canonical is a row of an event as the one text that stands for it, a JSON object without spaces: every tag and field, and its `time`
// as a text of nanoseconds; sorted by name; texts and numbers as ECMAScript writes them. An empty text is left out.
func Canonical(row Row) string {
	all := map[string]any{"time": strconv.FormatInt(row.NS, 10)}
	for name, v := range row.Tags {
		all[name] = v
	}
	maps.Copy(all, row.Fields)
	var b strings.Builder
	b.WriteByte('{')
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if all[name] == "" {
			continue
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		writeText(&b, name)
		b.WriteByte(':')
		writeValue(&b, all[name])
	}
	b.WriteByte('}')
	return b.String()
}

func writeValue(b *strings.Builder, v any) {
	switch v := v.(type) {
	case string:
		writeText(b, v)
	case int64:
		b.WriteString(strconv.FormatInt(v, 10))
	case float64:
		if v == 0 {
			b.WriteByte('0') // ECMAScript writes no sign of -0
			return
		}
		text, err := json.Marshal(v) // as ECMAScript does
		if err != nil {
			panic(err) // the database stores no other numbers
		}
		b.Write(text)
	}
}

// writeText writes a text as JSON with no more escapes than it must have: encoding/json has some of its own.
func writeText(b *strings.Builder, text string) {
	const short = "\b\f\n\r\t"
	b.WriteByte('"')
	for _, r := range text {
		switch at := strings.IndexRune(short, r); {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case at >= 0:
			b.WriteByte('\\')
			b.WriteByte("bfnrt"[at])
		case r < ' ':
			fmt.Fprintf(b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
}

// RowTags are the tags that RowOf reads.
func RowTags() []string { return []string{"site", "kind", "bucket"} }

// RowOf is a stored row of an event as it was stored: its tags, and those of its Fields that it has.
func RowOf(rows *table.Table, row int) Row {
	ns, _ := rows.Column("time").Int(row)
	out := Row{Measurement: rows.Name, Tags: map[string]string{}, Fields: map[string]any{}, NS: ns}
	for _, name := range RowTags() {
		if v := table.TextOr(rows.Column(name), row, ""); v != "" {
			out.Tags[name] = v
		}
	}
	for name, kind := range Fields() {
		c := rows.Column(name)
		if c == nil || c.Missing(row) {
			continue
		}
		switch kind {
		case table.Text:
			out.Fields[name], _ = c.Text(row)
		case table.Int:
			out.Fields[name], _ = c.Int(row)
		default:
			out.Fields[name], _ = c.Float(row)
		}
	}
	return out
}
