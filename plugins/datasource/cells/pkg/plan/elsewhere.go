package plan

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// Elsewhere is what, by any plan there ever was, stands only at sites that the datasource may not read.
type Elsewhere struct{ Stations, equipment, lines map[string]bool }

// standing collects what stands at some sites.
type standing Elsewhere

func (s standing) add(machines []Equipment) {
	for _, m := range machines {
		s.Stations[m.Station], s.equipment[m.ID], s.lines[m.Line] = true, true, true
	}
}

const equipmentSetting = "equipment:"

// ElsewhereOf reads the settings that name the equipment of every site; sites are those that may be read, none: all.
func ElsewhereOf(settings *Book, sites []string) Elsewhere {
	here, there := standing{map[string]bool{}, map[string]bool{}, map[string]bool{}}, standing{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, key := range settings.Keys() {
		site, ok := strings.CutPrefix(key[0], equipmentSetting)
		if !ok || len(sites) == 0 {
			continue
		}
		at := there
		if slices.Contains(sites, site) {
			at = here
		}
		for _, stretch := range settings.Timeline(key[0], "", Scope{}, 0) {
			var machines []Equipment
			_ = json.Unmarshal([]byte(stretch.Row.Text("value")), &machines)
			at.add(machines)
		}
	}
	only := func(there, here map[string]bool) map[string]bool {
		for name := range here {
			delete(there, name)
		}
		return there
	}
	return Elsewhere{only(there.Stations, here.Stations), only(there.equipment, here.equipment), only(there.lines, here.lines)}
}

// Without leaves out the rows of characteristics and limits that belong to other sites. Rows of stations stay: the hours of a
// route lead through them, and StationsAt leaves them out of every list.
func (e Elsewhere) Without(rows *table.Table) *table.Table {
	station, stratum := rows.Column("station"), rows.Column("stratum")
	if rows.Name == "station" || len(e.Stations)+len(e.equipment)+len(e.lines) == 0 {
		return rows
	}
	return rows.Filter(func(row int) bool {
		attributes := ParseStratum(table.TextOr(stratum, row, Any))
		return !e.Stations[table.TextOr(station, row, "")] && !e.equipment[attributes["equipment"]] && !e.lines[attributes["line"]]
	})
}
