package changes

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// Revision is a revision of the plan as it is proposed: the rows that change, as `cellthread plan propose` finds them once it has
// checked the plan that they are of.
type Revision struct {
	// BasedOn is the revision of the plan's rows that they were compared with.
	BasedOn int64 `json:"based_on"`
	Rows    []Row `json:"rows"`
}

// Content is the proposal of a revision. A source.UserError says in a sentence what is wrong.
func (r Revision) Content(p *plan.Plan) (Content, error) {
	if len(r.Rows) == 0 {
		return Content{}, source.Mistake("rows is empty: nothing would change")
	}
	content := Content{BasedOn: r.BasedOn, Rows: slices.Clone(r.Rows)}
	keys := map[string]bool{}
	for i := range content.Rows {
		row := &content.Rows[i]
		if problem := row.settle(); problem != "" {
			return Content{}, source.Mistake("%s", problem)
		}
		if len(row.Fields) == 0 {
			return Content{}, source.Mistake("the row %s says nothing", row.name())
		}
		if keys[row.name()] {
			return Content{}, source.Mistake("the row %s is there twice", row.name())
		}
		keys[row.name()] = true
		if row.Withdraws && p.Newest(row.Measurement, row.Tags) == nil {
			return Content{}, source.Mistake("the row %s is to be withdrawn, and is not there", row.name())
		}
		if err := row.ordered(); err != nil {
			return Content{}, err
		}
	}
	if now := p.Revision(originPlan); now != r.BasedOn {
		return Content{}, &StaleError{"these rows are based on revision " + number(r.BasedOn) + " of the plan, and revision " + number(now) + " is the newest; compare again"}
	}
	return content, nil
}

// ordered refuses limits by which nothing, or all, would be out.
func (r Row) ordered() error {
	for _, pair := range [][2]string{{"lsl", "target"}, {"target", "usl"}, {"lsl", "usl"}, {"plausible_lo", "plausible_hi"}, {"plausible_lo", "lsl"}, {"usl", "plausible_hi"}} {
		low, is := r.Fields[pair[0]].(float64)
		high, also := r.Fields[pair[1]].(float64)
		if is && also && (low > high || low == high && pair[0] != "plausible_lo" && pair[1] != "plausible_hi") {
			return source.Mistake("of %s %s is not below %s", r.name(), pair[0], pair[1])
		}
	}
	return nil
}
