package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// runLog collects what a query has to tell: statements and notices. Safe for concurrent reads of one query.
type runLog struct {
	mu      sync.Mutex
	texts   []string
	notices []Notice
	isCut   bool
	reasons []*Reason
}

// Notice is a sentence that a query tells beside its frames; Warns: what was answered is not all, or not sure.
type Notice struct {
	Warns bool
	Text  string
}

func (l *runLog) executed(database, text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if text = "-- " + database + "\n" + text; !slices.Contains(l.texts, text) { // parts of one query share a read
		l.texts = append(l.texts, text)
	}
}

func (l *runLog) cut(rows int) {
	l.mu.Lock()
	l.isCut = true
	l.mu.Unlock()
	l.notice(Notice{Warns: true, Text: fmt.Sprintf(
		"Only the first %d rows were read; the newest are cut. Narrow the time range or add a filter (equipment, product, cell_id).", rows)})
}

// Whole is an error when rows were cut: what is wrong may lie in those that were not read, the newest.
func (l *runLog) Whole(rows int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.isCut {
		return nil
	}
	return Mistake("more than %d rows would have to be read, and what was read lacks the newest: nothing can be said. "+
		"Narrow the time range, add a filter (station, equipment, product), or raise the data source's row limit", rows)
}

// WasCut tells whether any reading ended before its last row.
func (l *runLog) WasCut() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.isCut
}

// because keeps why there are no rows; the first reason stands.
func (l *runLog) because(why *Reason) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.reasons = append(l.reasons, why)
}

// Why is why there are no rows, nil if nothing said so.
func (l *runLog) Why() *Reason {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.reasons) == 0 {
		return nil
	}
	return l.reasons[0]
}

// apart begins what several parts of a query tell at the same time; ordered puts it into an order that does not depend on which
// of them was faster: warnings before what only informs, each by its text.
func (l *runLog) apart() (ordered func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	texts, notices, reasons := len(l.texts), len(l.notices), len(l.reasons)
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		slices.Sort(l.texts[texts:])
		slices.SortStableFunc(l.notices[notices:], func(a, b Notice) int {
			return cmp.Or(cmp.Compare(table.BoolInt(b.Warns), table.BoolInt(a.Warns)), table.Natural(a.Text, b.Text), strings.Compare(a.Text, b.Text))
		})
		slices.SortStableFunc(l.reasons[reasons:], func(a, b *Reason) int { return table.Natural(a.Sentence, b.Sentence) })
	}
}

// notice tells once.
func (l *runLog) notice(told Notice) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, n := range l.notices {
		if n.Text == told.Text {
			return
		}
	}
	l.notices = append(l.notices, told)
}

// Tell tells what another run has to tell as well.
func (r *Run) Tell(of *Run) {
	texts, notices := of.Log.Told()
	cut, why := of.Log.WasCut(), of.Log.Why()
	for _, n := range notices {
		r.Log.notice(n)
	}
	r.Log.mu.Lock()
	defer r.Log.mu.Unlock()
	for _, text := range texts {
		if !slices.Contains(r.Log.texts, text) {
			r.Log.texts = append(r.Log.texts, text)
		}
	}
	if r.Log.isCut = r.Log.isCut || cut; why != nil {
		r.Log.reasons = append(r.Log.reasons, why)
	}
}

// Told are the executed statements, each once, and the notices.
func (l *runLog) Told() (statements []string, notices []Notice) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.texts), slices.Clone(l.notices)
}
