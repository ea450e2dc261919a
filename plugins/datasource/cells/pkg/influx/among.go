package influx

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Texts is a set of texts that rows are chosen by.
type Texts struct {
	of     map[string]struct{}
	digest [sha256.Size]byte
}

// NewTexts is the set of these.
func NewTexts(texts []string) *Texts {
	t := &Texts{of: make(map[string]struct{}, len(texts))}
	sum := sha256.New()
	for _, text := range texts {
		t.of[text] = struct{}{}
		_, _ = fmt.Fprintf(sum, "%d:%s", len(text), text)
	}
	sum.Sum(t.digest[:0])
	return t
}

// Has tells whether a text is one of the set.
func (t *Texts) Has(text string) bool {
	_, is := t.of[text]
	return is
}

// Len is how many they are.
func (t *Texts) Len() int { return len(t.of) }

// GoString names the set in few characters; another one has another name. Reads are told apart by what is printed of them.
func (t *Texts) GoString() string { return fmt.Sprintf("%d texts %x", len(t.of), t.digest) }

// chosenRow reads a row into columns if its second value, after the time, is one of a set of texts; a row that is left out
// costs no memory.
type chosenRow struct {
	columns []*table.Column
	among   *Texts
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
	if _, chosen := r.among.of[string(b)]; !chosen {
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
			fmt.Fprintf(&b, "\n-- of %s, rows are kept whose %s is one of %d", quote(s.From), quote(s.Columns[0].Name), s.Among.Len())
		}
	}
	return b.String()
}
