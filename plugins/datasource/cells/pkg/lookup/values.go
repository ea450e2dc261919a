package lookup

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// scanRows bounds how many of the newest rows a list of stored values looks at, maxOptions its length.
	scanRows   = 50_000
	maxOptions = 1_000
)

// FilterValues lists the values of a filter's key that were stored in the scope.
func FilterValues(ctx context.Context, from *source.Source, key string, scope source.Scope) ([]Option, error) {
	if err := source.CheckName("key", key); err != nil {
		return nil, err
	}
	people, err := (&source.Run{Source: from}).Privacy(ctx)
	if err != nil {
		return nil, err
	}
	if err := people.Check([]string{key}); err != nil {
		return nil, err
	}
	var out options
	read := storedFields
	if slices.Contains(vocabulary.VisitTags, key) {
		read = storedTags
	}
	values, err := read(ctx, from, key, scope)
	out.addUnplanned(values)
	if err != nil {
		return nil, err
	}
	p, err := from.Plan(ctx)
	if err != nil {
		return nil, err
	}
	names := called(from, p, key)
	for i, option := range out.list {
		out.list[i].Planned = true
		if name := names[option.Value]; name != "" {
			out.list[i].Label = name
		}
	}
	return out.list, nil
}

// storedFields are the distinct values of a text field in the newest rows of the scope's stations.
func storedFields(ctx context.Context, from *source.Source, field string, scope source.Scope) ([]string, error) {
	seen := map[string]bool{}
	var values []string
	for _, station := range scope.Stations {
		if err := source.CheckName("station", station); err != nil {
			return nil, err
		}
		fields, err := from.Fields(ctx, from.Databases.Visits, station)
		if err != nil {
			return nil, err
		}
		column, ok := source.VisitColumn(field, fields)
		if !ok && field == visit.IDColumn {
			column, ok = source.VisitColumn("item_id", fields)
		}
		if !ok || column.Kind != table.Text {
			continue
		}
		results, err := (&source.Run{Source: from}).Read(ctx, from.Databases.Visits, source.Statement{
			From: station, Columns: []source.Column{column}, Range: rangeOf(from, scope), Where: tagScope(scope), Newest: true, Limit: scanRows,
		})
		if err != nil {
			return nil, err
		}
		for _, series := range results[0].Series {
			c := series.Rows.Column(column.Name)
			for row := range c.Len() {
				if v, ok := c.Text(row); ok && !seen[v] && len(values) < maxOptions {
					seen[v] = true
					values = append(values, v)
				}
			}
		}
	}
	return values, nil
}

type named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func planned(p *plan.Plan, setting string, ns int64) []named {
	var out []named
	_ = json.Unmarshal([]byte(p.Setting(setting, ns)), &out)
	return out
}

// CellSearch is what is known of the beginning of a cell's ID.
type CellSearch struct {
	Valid   bool     `json:"valid"`
	Message string   `json:"message,omitempty"`
	Cells   []Option `json:"cells"`
}

const (
	searchCells = 20
	searchSpan  = 24 * time.Hour
)

// SearchCells finds a whole ID through the index, however old, and beginnings of IDs in what stations stored lately.
func SearchCells(ctx context.Context, from *source.Source, prefix string) (CellSearch, error) {
	out := CellSearch{Cells: []Option{}}
	if err := source.CheckIdentifier("the cell ID", prefix); err != nil {
		out.Message = err.Error()
		return out, nil
	}
	out.Valid = true
	p, err := from.Plan(ctx)
	if err != nil {
		return out, err
	}
	var found options
	whole, err := indexed(ctx, from, p, prefix)
	if err != nil {
		return out, err
	}
	if whole {
		found.add(Option{Value: prefix, Planned: true})
	}
	stations := p.StationsAt(from.Now().UnixNano())
	slices.Reverse(stations)
	for _, station := range stations {
		if item := plan.StationItem(station); len(found.list) >= searchCells || (item != "cell" && item != "tray") {
			continue
		}
		ids, err := beginning(ctx, from, station.Station, prefix)
		if err != nil {
			return out, err
		}
		for _, id := range ids {
			if len(found.list) < searchCells {
				found.add(Option{Value: id, Planned: true, Item: station.Station})
			}
		}
	}
	if found.list != nil {
		out.Cells = found.list
	} else {
		out.Message = "No cell whose ID begins with " + prefix + " passed a station in the last 24 hours, and none has exactly this ID."
	}
	return out, nil
}

// indexed tells whether the index holds a row about an item that the datasource's sites stored.
func indexed(ctx context.Context, from *source.Source, p *plan.Plan, id string) (bool, error) {
	wanted := source.Lookup{Item: id}
	if len(from.Sites) == 0 {
		wanted.Limit = 1
	}
	found, err := (&source.Run{Source: from}).Pointers(ctx, p, wanted)
	return len(found[id]) > 0, err
}

// beginning are the IDs of the newest visits of a station that begin so.
func beginning(ctx context.Context, from *source.Source, station, prefix string) ([]string, error) {
	fields, err := from.Fields(ctx, from.Databases.Visits, station)
	if err != nil {
		return nil, err
	}
	column, ok := source.VisitColumn(visit.IDColumn, fields)
	if !ok {
		return nil, nil
	}
	to := from.Now().Add(time.Hour)
	results, err := (&source.Run{Source: from}).Read(ctx, from.Databases.Visits, source.Statement{
		From: station, Columns: []source.Column{column}, Newest: true, Limit: searchCells,
		Range: source.Span{From: to.Add(-searchSpan).UnixNano(), To: to.UnixNano()},
		Where: []source.Condition{{Column: column, Operator: "=~", Values: []any{"^" + regexp.QuoteMeta(prefix)}}},
	})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, series := range results[0].Series {
		c := series.Rows.Column(column.Name)
		for row := range c.Len() {
			ids = append(ids, table.TextOr(c, row, ""))
		}
	}
	return ids, nil
}
