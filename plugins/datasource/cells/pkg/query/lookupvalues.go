package query

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

const (
	// scanRows bounds how many of the newest rows a list of stored values looks at, maxOptions its length.
	scanRows   = 50_000
	maxOptions = 1_000
)

// FilterValues lists the values of a filter's key that were stored in the scope.
func (e *Env) FilterValues(ctx context.Context, key string, scope Scope) ([]Option, error) {
	if err := checkName("key", key); err != nil {
		return nil, err
	}
	people, err := (&Run{Env: e}).privacy(ctx)
	if err != nil {
		return nil, err
	}
	if err := people.check([]string{key}); err != nil {
		return nil, err
	}
	var out options
	read := e.storedFields
	if slices.Contains(visitTags, key) {
		read = e.storedTags
	}
	values, err := read(ctx, key, scope)
	out.addUnplanned(values)
	for i := range out.list {
		out.list[i].Planned = true
	}
	return out.list, err
}

// storedFields are the distinct values of a text field in the newest rows of the scope's stations.
func (e *Env) storedFields(ctx context.Context, field string, scope Scope) ([]string, error) {
	seen := map[string]bool{}
	var values []string
	for _, station := range scope.Stations {
		if err := checkName("station", station); err != nil {
			return nil, err
		}
		fields, err := e.Fields(ctx, e.Databases.Visits, station)
		if err != nil {
			return nil, err
		}
		column, ok := visitColumn(field, fields)
		if !ok && field == idColumn {
			column, ok = visitColumn("item_id", fields)
		}
		if !ok || column.Kind != table.Text {
			continue
		}
		answer, err := e.Client.Query(ctx, e.Databases.Visits, influx.Budget{Bytes: e.Budget.Bytes}, influx.Statement{
			From: station, Columns: []influx.Column{column}, Range: e.rangeOf(scope), Where: e.tagScope(scope), Newest: true, Limit: scanRows,
		})
		if err != nil {
			return nil, err
		}
		for _, series := range answer.Results[0].Series {
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

func (p *Plan) named(setting string, ns int64) []named {
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
func (e *Env) SearchCells(ctx context.Context, prefix string) (CellSearch, error) {
	out := CellSearch{Cells: []Option{}}
	if err := checkIdentifier("the cell ID", prefix); err != nil {
		out.Message = err.Error()
		return out, nil
	}
	out.Valid = true
	p, err := e.Plan(ctx)
	if err != nil {
		return out, err
	}
	var found options
	whole, err := e.indexed(ctx, p, prefix)
	if err != nil {
		return out, err
	}
	if whole {
		found.add(Option{Value: prefix, Planned: true})
	}
	stations := p.StationsAt(e.Now().UnixNano())
	slices.Reverse(stations)
	for _, station := range stations {
		if item := stationItem(station); len(found.list) >= searchCells || (item != "cell" && item != "tray") {
			continue
		}
		ids, err := e.beginning(ctx, station.Station, prefix)
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
func (e *Env) indexed(ctx context.Context, p *Plan, id string) (bool, error) {
	wanted := lookup{Item: id}
	if len(e.Sites) == 0 {
		wanted.Limit = 1
	}
	found, err := (&Run{Env: e}).pointers(ctx, p, wanted)
	return len(found[id]) > 0, err
}

func (e *Env) beginning(ctx context.Context, station, prefix string) ([]string, error) {
	fields, err := e.Fields(ctx, e.Databases.Visits, station)
	if err != nil {
		return nil, err
	}
	column, ok := visitColumn(idColumn, fields)
	if !ok {
		return nil, nil
	}
	to := e.Now().Add(time.Hour)
	answer, err := e.Client.Query(ctx, e.Databases.Visits, influx.Budget{Bytes: e.Budget.Bytes}, influx.Statement{
		From: station, Columns: []influx.Column{column}, Newest: true, Limit: searchCells,
		Range: influx.Range{From: to.Add(-searchSpan).UnixNano(), To: to.UnixNano()},
		Where: append(e.tagScope(Scope{}), influx.Condition{Column: column, Operator: "=~", Values: []any{"^" + regexp.QuoteMeta(prefix)}}),
	})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, series := range answer.Results[0].Series {
		c := series.Rows.Column(column.Name)
		for row := range c.Len() {
			ids = append(ids, textOr(c, row, ""))
		}
	}
	return ids, nil
}
