package source

import (
	"context"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// machineColumn holds, for the rows that it matters for, site, line and equipment in one text: few records need them to be
// told apart, and reading three tags of every visit would cost more than all else.
const machineColumn = "\x00machine"

// withMachines adds the machine of some rows; those of all are taken where the reader asked for them.
func (r *Run) withMachines(ctx context.Context, station string, rows *table.Table, of []int) (*table.Table, error) {
	if len(of) == 0 {
		return rows, nil
	}
	machines, err := r.machinesOf(ctx, station, rows, of)
	if err != nil {
		return nil, err
	}
	out := table.New(rows.Name)
	for _, c := range rows.Columns() {
		out.Add(c)
	}
	column := table.NewColumn(table.Spec{Name: machineColumn, Kind: table.Text})
	for row := range rows.Len() {
		if machine, read := machines[row]; read {
			column.AppendText(machine)
		} else {
			column.AppendMissing()
		}
	}
	out.Add(column)
	return out, nil
}

func (r *Run) machinesOf(ctx context.Context, station string, rows *table.Table, of []int) (map[int]string, error) {
	out := map[int]string{}
	if !slices.ContainsFunc(visit.EquipmentTags, func(tag string) bool { return rows.Column(tag) == nil }) {
		for _, row := range of {
			out[row] = machineOf(rows, row)
		}
		return out, nil
	}
	fields, err := r.Fields(ctx, r.Databases.Visits, station)
	if err != nil {
		return nil, err
	}
	tables, err := r.Exactly(ctx, r.Databases.Visits, pointersTo(station, rows, of), func(string) ([]influx.Column, error) {
		return Readable(append([]string{"cell_id", "item_id"}, visit.EquipmentTags...), fields), nil
	})
	if err != nil || tables[station] == nil {
		return out, err
	}
	// Rows of one time and item in several series are equal in all that was read: each gets one of the machines.
	found := map[record][]string{}
	full := WithItemID(tables[station])
	for row := range full.Len() {
		found[RecordOf(full, row)] = append(found[RecordOf(full, row)], machineOf(full, row))
	}
	for _, row := range of {
		if left := found[RecordOf(rows, row)]; len(left) > 0 {
			out[row], found[RecordOf(rows, row)] = left[0], left[1:]
		}
	}
	return out, nil
}

// record names a row by its exact time and item.
type record struct {
	NS   int64
	Item string
}

// RecordOf names the record of a row.
func RecordOf(rows *table.Table, row int) record {
	ns, _ := rows.Column("time").Int(row)
	return record{ns, table.TextOr(rows.Column(visit.IDColumn), row, "")}
}

// pointersTo are pointers to rows of a station, whatever their series.
func pointersTo(station string, rows *table.Table, of []int) []Pointer {
	var out []Pointer
	seen := map[int64]bool{}
	for _, row := range of {
		if ns := RecordOf(rows, row).NS; !seen[ns] {
			seen[ns] = true
			out = append(out, Pointer{Measurement: station, At: ns})
		}
	}
	return out
}

func machineOf(rows *table.Table, row int) string {
	var parts []string
	for _, tag := range visit.EquipmentTags {
		parts = append(parts, table.TextOr(rows.Column(tag), row, ""))
	}
	return strings.Join(parts, "|")
}
