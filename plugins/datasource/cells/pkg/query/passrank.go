package query

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/influx"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// How bad a pass is, where several bear one number: a skipped one says nothing, and a failure outweighs all.
const (
	rankSkipped = iota
	rankOK
	rankUnjudged
	rankRetest
	rankFailed
)

// passRank tells how bad a pass of a station is: by its verdict, and by its values against the spec then in force. The rows
// need verdict, the characteristics and what their specs are distinguished by.
func (p *Plan) passRank(station string, rows *table.Table) func(row int) int {
	verdicts, source, at := rows.Column("verdict"), rows.Column("source_ms"), rows.Column("time")
	var judges []yieldJudge
	for _, name := range p.everPlanned(station) {
		if values := rows.Column(name); values != nil && values.Kind == table.Float {
			judges = append(judges, yieldJudge{name, values, p.judge(station, name, rows)})
		}
	}
	return func(row int) int {
		ns := sourceMs(source, at, row) * 1e6
		for _, j := range judges {
			value, ok := j.values.Float(row)
			if !ok {
				continue
			}
			if standard := j.judge.standard(row, ns); standard.Spec.Beyond(value) != 0 || standard.Gauge.Read(value) == spc.Implausible {
				return rankFailed
			}
		}
		switch textOr(verdicts, row, "") {
		case verdictNOK:
			return rankFailed
		case verdictRetest:
			return rankRetest
		case verdictOK:
			return rankOK
		case verdictSkipped:
			return rankSkipped
		}
		return rankUnjudged
	}
}

// everPlanned are the characteristics that a station ever had in the plan.
func (p *Plan) everPlanned(station string) []string {
	var names []string
	for _, key := range p.Characteristics.Keys() {
		if key[0] == station && !slices.Contains(names, key[1]) {
			names = append(names, key[1])
		}
	}
	return names
}

// rankRivals reads what is needed to tell which of the passes that bear one number is the worst: the reader may have asked for
// other columns, and all readers must agree.
func (r *Run) rankRivals(ctx context.Context, p *Plan, station string, rows *table.Table, rivals [][]int) (func(row int) int, error) {
	type record struct {
		ns              int64
		item, equipment string
	}
	of := func(t *table.Table, row int) record {
		ns, _ := t.Column("time").Int(row)
		return record{ns, textOr(t.Column(idColumn), row, ""), textOr(t.Column("equipment"), row, "")}
	}
	var pointers []pointer
	for _, row := range slices.Concat(rivals...) {
		ns, _ := rows.Column("time").Int(row)
		pointers = append(pointers, pointer{Measurement: station, At: ns})
	}
	names := slices.Concat([]string{"cell_id", "item_id", "source_ms", "verdict"}, stratumOrder, p.everPlanned(station))
	tables, err := r.exactly(ctx, r.Databases.Visits, pointers, func(string) ([]influx.Column, error) {
		fields, err := r.Fields(ctx, r.Databases.Visits, station)
		return readable(names, fields), err
	})
	if err != nil {
		return nil, err
	}
	ranks := map[record]int{}
	if full := tables[station]; full != nil {
		full = withItemID(full)
		rank := p.passRank(station, full)
		for row := range full.Len() {
			ranks[of(full, row)] = rank(row)
		}
	}
	return func(row int) int { return ranks[of(rows, row)] }, nil
}

// readable are the columns of these names that a station has, each once.
func readable(names []string, fields []influx.FieldKey) []influx.Column {
	var out []influx.Column
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			continue
		}
		if column, ok := visitColumn(name, fields); ok {
			out = append(out, column)
		}
	}
	return out
}
