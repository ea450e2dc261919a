package source

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

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
	found := map[Record][]string{}
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
