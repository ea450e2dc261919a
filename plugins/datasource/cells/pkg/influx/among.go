package influx

import (
	"fmt"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// chosenRow reads a row into columns if its second value, after the time, is one of a set of texts; a row that is left out
// costs no memory.
type chosenRow struct {
	columns []*table.Column
	among   map[string]struct{}
	at      []byte
	left    bool
}

func (r *chosenRow) read(i int, s *scanner) error {
	if i > 1 && r.left {
		return s.skip()
	}
	if i == 0 {
		b, err := s.word()
		r.at = append(r.at[:0], b...)
		return err
	}
	if i > 1 {
		return appendValue(r.columns[i], s)
	}
	first, err := s.peek()
	if err != nil {
		return s.fail()
	}
	if first != '"' {
		r.left = true // no text is none of them
		return s.skip()
	}
	b, err := s.text()
	if err != nil {
		return err
	}
	if _, chosen := r.among[string(b)]; !chosen {
		r.left = true
		return nil
	}
	appendText(r.columns[1], b)
	return appendWord(r.columns[0], r.at)
}

// amongText tells people what is chosen while reading; it is never sent.
func amongText(statements []Statement) string {
	var b strings.Builder
	for _, s := range statements {
		if s.Among != nil {
			fmt.Fprintf(&b, "\n-- of %s, rows are kept whose %s is one of %d", Quote(s.From), Quote(s.Columns[0].Name), len(s.Among))
		}
	}
	return b.String()
}
