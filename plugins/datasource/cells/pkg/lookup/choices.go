package lookup

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// choice is what a station's list of causes or actions has people choose from.
type choice struct {
	ID   string            `json:"id"`
	Text map[string]string `json:"text"`
}

// listChoices lists, station by station, what the plan in force has people choose from: its `causes` or `actions`.
//
// Errors: a list of the plan that is none.
func listChoices(of string) func(context.Context, *source.Source, *plan.Plan, source.Scope) ([]Option, error) {
	return func(_ context.Context, from *source.Source, p *plan.Plan, scope source.Scope) ([]Option, error) {
		var out options
		for _, row := range p.StationsAt(from.Now().UnixNano()) {
			text := row.Text(of)
			if text == "" || !plan.Allowed(scope.Stations, row.Station) {
				continue
			}
			var choices []choice
			if err := json.Unmarshal([]byte(text), &choices); err != nil {
				return nil, fmt.Errorf("the %s of station %s in the plan are no list: %w", of, row.Station, err)
			}
			for _, c := range choices {
				out.add(Option{Value: c.ID, Label: c.Text["en"], Texts: c.Text, Planned: true, Station: row.Station})
			}
		}
		return out.list, nil
	}
}
