// Package tabletest writes tables as text a process engineer can read, for tests.
//
//	cell_id:text! fill_mass:float time:time
//	A1            799.8           2026-03-01T06:00:00Z
//	A2            -               2026-03-01T06:00:05Z
//
// The first line names columns and kinds, "!" marks required ones; "-" is a missing value, '""' the empty text.
package tabletest

import (
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Parse reads a table.
func Parse(name, text string) (*table.Table, error) {
	t := table.New(name)
	for no, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		if len(t.Columns()) == 0 {
			if err := addColumns(t, words); err != nil {
				return nil, fmt.Errorf("%s line %d: %w", name, no+1, err)
			}
			continue
		}
		if len(words) != len(t.Columns()) {
			return nil, fmt.Errorf("%s line %d: %d words for %d columns", name, no+1, len(words), len(t.Columns()))
		}
		for i, c := range t.Columns() {
			if err := appendWord(c, words[i]); err != nil {
				return nil, fmt.Errorf("%s line %d, column %s: %w", name, no+1, c.Name, err)
			}
		}
	}
	return t, nil
}

// Format writes a table; Parse reads it back.
func Format(t *table.Table) string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 1, ' ', 0)
	var words []string
	for _, c := range t.Columns() {
		mark := ""
		if c.Required {
			mark = "!"
		}
		words = append(words, c.Name+":"+c.Kind.String()+mark)
	}
	_, _ = fmt.Fprintln(w, strings.Join(words, "\t"))
	for row := range t.Len() {
		for i, c := range t.Columns() {
			words[i] = word(c, row)
		}
		_, _ = fmt.Fprintln(w, strings.Join(words, "\t"))
	}
	_ = w.Flush()
	lines := strings.Split(out.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func addColumns(t *table.Table, words []string) error {
	for _, w := range words {
		name, kindName, ok := strings.Cut(w, ":")
		if !ok {
			return fmt.Errorf("column %q has no kind", w)
		}
		bare := strings.TrimSuffix(kindName, "!")
		kind, err := table.ParseKind(bare)
		if err != nil {
			return err
		}
		t.Add(table.NewColumn(table.Spec{Name: name, Kind: kind, Required: bare != kindName}))
	}
	return nil
}

func appendWord(c *table.Column, w string) error {
	if w == "-" {
		c.AppendMissing()
		return nil
	}
	switch c.Kind {
	case table.Time:
		at, err := time.Parse(time.RFC3339Nano, w)
		if err != nil {
			return err
		}
		c.AppendInt(at.UnixNano())
	case table.Int:
		v, err := strconv.ParseInt(w, 10, 64)
		if err != nil {
			return err
		}
		c.AppendInt(v)
	case table.Float:
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			return err
		}
		c.AppendFloat(v)
	case table.Text:
		c.AppendText(strings.ReplaceAll(strings.ReplaceAll(w, `""`, ""), "␣", " "))
	case table.Bool:
		v, err := strconv.ParseBool(w)
		if err != nil {
			return err
		}
		c.AppendBool(v)
	}
	return nil
}

func word(c *table.Column, row int) string {
	if c.Missing(row) {
		return "-"
	}
	switch c.Kind {
	case table.Time:
		v, _ := c.Int(row)
		return time.Unix(0, v).UTC().Format(time.RFC3339Nano)
	case table.Int:
		v, _ := c.Int(row)
		return strconv.FormatInt(v, 10)
	case table.Float:
		v, _ := c.Float(row)
		return strconv.FormatFloat(v, 'g', -1, 64)
	case table.Bool:
		v, _ := c.Bool(row)
		return strconv.FormatBool(v)
	}
	v, _ := c.Text(row)
	if v == "" {
		return `""`
	}
	return strings.ReplaceAll(v, " ", "␣")
}
