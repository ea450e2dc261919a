package source

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Fields that say who: the operator of a visit, what people wrote freely, and the logins of those who decided.
var (
	operatorFields = []string{"operator"}
	freeTextFields = []string{"reason", "note", "text"}
	authorFields   = []string{"author", "approver", "badge"}
)

// Privacy is what answers leave out about people. The plan's mode counts; the datasource's own can only be stricter.
type Privacy struct {
	mode     plan.PersonalData
	freeText bool // notes, reasons and texts of events are shown
	authors  bool // the asker may see who decided
}

// Hides tells whether the values of a field are left out of answers, as they are before the mode is known. Those of authors
// depend on who it was, see Author.
func (p Privacy) Hides(field string) bool {
	return (p.mode == PersonalDataOff || p.mode == "") && (slices.Contains(operatorFields, field) || slices.Contains(freeTextFields, field) && !p.freeText)
}

// HidesText tells whether the text of an event is left out; what Cellthread wrote by itself names nobody.
func (p Privacy) HidesText(source string) bool {
	return p.Hides("text") && source != vocabulary.SourceCellthread
}

// Author is a name that may be shown, else "". A system that decided by itself is called like its source.
func (p Privacy) Author(name, source string) string {
	if p.authors || name == source {
		return name
	}
	return ""
}

// Check refuses questions that would tell by their answers what is left out: filters, strata and groups of hidden fields.
func (p Privacy) Check(asked []string) error {
	for _, field := range asked {
		if p.Hides(field) || slices.Contains(authorFields, field) && !p.authors {
			return Mistake("%s is about people and is left out of answers here (personal data: %s), so nothing can be chosen or grouped by it; leave it out of filters, strata and by", field, p.mode)
		}
	}
	return nil
}

// WithoutPeople blanks the hidden columns of events.
func (p Privacy) WithoutPeople(events *table.Table) *table.Table {
	source := events.Column("source")
	out := table.New(events.Name)
	for _, c := range events.Columns() {
		switch {
		case slices.Contains(freeTextFields, c.Name):
			c = shownOf(c, func(row int) bool { return !p.HidesText(table.TextOr(source, row, "")) })
		case slices.Contains(authorFields, c.Name):
			c = shownOf(c, func(row int) bool {
				name := table.TextOr(c, row, "")
				return p.Author(name, table.TextOr(source, row, "")) == name
			})
		}
		out.Add(c)
	}
	return out
}

// shownOf is a column of texts without those that are not shown.
func shownOf(c *table.Column, shown func(row int) bool) *table.Column {
	out := table.NewColumn(c.Spec)
	for row := range c.Len() {
		if shown(row) {
			out.AppendFrom(c, row)
		} else {
			out.AppendMissing()
		}
	}
	return out
}

// Privacy rules one run: with `off` no operator leaves, and free text only where the plan keeps it; unless all is `clear`,
// the authors of decisions are shown to those who may decide.
func (r *Run) Privacy(ctx context.Context) (Privacy, error) {
	p, err := r.Plan(ctx)
	if err != nil {
		return Privacy{}, err
	}
	now := r.Now().UnixNano()
	mode := plan.PersonalDataAt(p.Settings, now).Stricter(r.PersonalData)
	return Privacy{
		mode:     mode,
		freeText: plan.FreeTextAt(p.Settings, mode, now),
		authors:  mode == PersonalDataClear || r.MayDecide,
	}, nil
}
