package audit

import (
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Tell tells what of a range was not verified; a count of no changes is one only where all was, and anything is sealed.
func (a *Answer) Tell(run *source.Run) {
	states := map[string]int{}
	for _, day := range a.Verified.Days {
		states[day.State]++
	}
	if begin, _ := a.From.Bounds(); run.Range.From.Before(begin) {
		run.Warn("At most %d days are verified at a time: those before %s were not. Choose a shorter time range.", MostDays, a.From)
		run.Because("not verified", "At most %d days are verified at a time: those before %s were not.", MostDays, a.From)
	}
	switch {
	case !a.Sealed:
		run.Warn("No day was ever sealed here: the keeper seals each day once it is over (docs/audit.md).")
		run.Because("not sealed", "No day was ever sealed here: the keeper seals each day once it is over.")
	case states[vocabulary.AuditAsSealed] == 0:
		run.Because("not sealed", "No day of this time range is sealed: nothing of it can be verified yet.")
	case states[vocabulary.AuditNotSealed] > 0:
		run.Notice("%d days lie before the first seal: nothing proves what was stored on them.", states[vocabulary.AuditNotSealed])
	}
}
