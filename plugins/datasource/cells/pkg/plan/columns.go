package plan

import (
	_ "embed"
	"encoding/json"
	"slices"
)

//go:embed columns.json
var columnsFile []byte

// RowColumns are the tags of a measurement of the plan, and its fields by type: float, int, text or bool.
type RowColumns struct {
	Tags   []string          `json:"tags"`
	Fields map[string]string `json:"fields"`
}

// Columns are those of the plan's measurements, as `plan push` writes them.
var Columns = func() (columns map[string]RowColumns) {
	if err := json.Unmarshal(columnsFile, &columns); err != nil {
		panic(err)
	}
	return columns
}()

// books are the rows of the plan by measurement.
func (p *Plan) books() map[string]*Book {
	return map[string]*Book{"station": p.Stations, "characteristic": p.Characteristics, "control_limit": p.Limits, "setting": p.Settings}
}

// rowsOf are all rows of a key. Tags are those of its measurement.
func (p *Plan) rowsOf(measurement string, tags map[string]string) (out []*Row) {
	book := p.books()[measurement]
	if book == nil {
		return nil
	}
	key := [2]string{tags["station"], tags["characteristic"]}
	if measurement == "setting" {
		key[0] = tags["name"]
	}
	for _, r := range book.rows[key] {
		if r.Product == orAny(tags["product"]) && r.Stratum == orAny(tags["stratum"]) {
			out = append(out, r)
		}
	}
	return out
}

// Newest is the row of a key with the greatest revision, whether it holds or withdraws; nil where there is none.
func (p *Plan) Newest(measurement string, tags map[string]string) (newest *Row) {
	for _, r := range p.rowsOf(measurement, tags) {
		if newest == nil || r.Revision > newest.Revision {
			newest = r
		}
	}
	return newest
}

// Revision is the greatest of all rows that bear an origin; of all rows where none is named, 0 without any.
func (p *Plan) Revision(origin string) (greatest int64) {
	for _, book := range p.books() {
		if book == nil {
			continue
		}
		for _, rows := range book.rows {
			for _, r := range rows {
				if origin == "" || r.Text("origin") == origin {
					greatest = max(greatest, r.Revision)
				}
			}
		}
	}
	return greatest
}

// Recorded tells whether a row of a key was recorded at a moment (Unix ms).
func (p *Plan) Recorded(measurement string, tags map[string]string, ms int64) bool {
	return slices.ContainsFunc(p.rowsOf(measurement, tags), func(r *Row) bool { return r.RecordedMs == ms })
}
