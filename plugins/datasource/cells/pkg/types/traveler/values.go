package traveler

import (
	"context"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Peers of a value are at most this many cells before and after it at the same station, site and product.
const (
	peersEachSide = 100
	peersWithin   = 24 * time.Hour
	peersLeast    = 5
	// peersMost is how many visits are compared; an item with more of them was tested over and over.
	peersMost = 40
)

// judge finds the values of all visits that count, in the plan's order within a visit, and judges them.
func (t *traveler) judge() {
	t.find()
	for _, s := range t.standing() {
		var of []*measured
		for _, c := range s.rows.Columns() {
			if m := t.valueIn(s, c); m != nil {
				of = append(of, m)
			}
		}
		for _, f := range s.found {
			if f.Kind == vocabulary.SignalUnmeasured {
				of = append(of, &measured{stay: s, characteristic: f.Characteristic, value: source.NotANumber, row: f.Spec, spec: control.SpecOf(f.Spec), verdict: f.Kind})
			}
		}
		slices.SortStableFunc(of, func(a, b *measured) int { return int(a.place() - b.place()) })
		t.values = append(t.values, of...)
	}
}

func (t *traveler) measure(s *stay, row *plan.Row, characteristic string, value float64) *measured {
	m := &measured{stay: s, characteristic: characteristic, value: value, row: row}
	m.spec = control.SpecOf(m.row)
	m.reading = control.GaugeOf(m.row).Read(value)
	switch {
	case m.reading == spc.Implausible:
		m.verdict = string(m.reading)
	case m.spec.Beyond(value) != 0: // also of a censored value, which is known to lie farther out
		m.verdict = vocabulary.VerdictNOK
	case m.reading != spc.Measured:
		m.verdict = string(m.reading)
	case m.spec.LSL != nil || m.spec.USL != nil:
		m.verdict = vocabulary.VerdictOK
	}
	m.limit = t.plan.ControlLimits(s.station, characteristic, s.scope()).At(s.sourceMs * 1e6)
	m.lines = control.ModelOf(m.limit).Lines(1)
	return m
}

// readPeers finds where each value stands among those of the cells around it.
func (t *traveler) readPeers(ctx context.Context) error {
	byStay := map[*stay][]*measured{}
	var stays []*stay
	for _, m := range t.values {
		if byStay[m.stay] == nil {
			stays = append(stays, m.stay)
		}
		byStay[m.stay] = append(byStay[m.stay], m)
	}
	if len(stays) > peersMost {
		t.Notice("%s made %d visits; only the last %d are compared with their peers.", t.id, len(stays), peersMost)
		stays = stays[len(stays)-peersMost:]
	}
	var statements []source.Statement
	for _, s := range stays {
		at := s.sourceMs * 1e6
		before := source.Statement{
			From: s.station, Range: source.Span{From: at - int64(peersWithin), To: at + 1e6}, Newest: true, Limit: peersEachSide,
			Columns: []source.Column{source.Field(s.idField, table.Text), source.Field("run_type", table.Text)},
			Where: []source.Condition{
				{Column: source.Tag("site"), Operator: "=", Values: []any{s.text("site")}},
				{Column: source.Tag("product"), Operator: "=", Values: []any{s.text("product")}},
			},
		}
		for _, m := range byStay[s] {
			if m.text == "" {
				before.Columns = append(before.Columns, source.Field(m.characteristic, table.Float))
			}
		}
		after := before
		after.Where = slices.Clone(before.Where)
		after.Range, after.Newest = source.Span{From: at + 1e6, To: at + int64(peersWithin)}, false
		statements = append(statements, before, after)
	}
	results, err := t.ReadMany(ctx, t.Databases.Visits, statements)
	if err != nil {
		return err
	}
	for i, s := range stays {
		peers := table.New(s.station)
		for _, result := range results[2*i : 2*i+2] {
			for _, series := range result.Series {
				peers.Append(series.Rows)
			}
		}
		ids, runType := peers.Column(s.idField), peers.Column("run_type")
		peers = peers.Filter(func(row int) bool {
			return table.TextOr(ids, row, "") != t.id && visit.RunTypeOf(runType, row) == vocabulary.RunTypeProduction
		})
		for _, m := range byStay[s] {
			if math.IsNaN(m.value) {
				continue
			}
			m.percentile = percentile(peers.Column(m.characteristic), m.value)
		}
	}
	return nil
}

// percentile is the share of peers below a value, ties counted half, in percent; nil for fewer than five peers.
func percentile(peers *table.Column, value float64) *float64 {
	if peers == nil {
		return nil
	}
	n, below := 0, 0.0
	for row := range peers.Len() {
		v, ok := peers.Float(row)
		if !ok {
			continue
		}
		n++
		switch {
		case v < value:
			below++
		case v == value:
			below += 0.5
		}
	}
	if n < peersLeast {
		return nil
	}
	share := 100 * below / float64(n)
	return &share
}

func (t *traveler) characteristicsTable() *table.Table {
	out := newPart(vocabulary.PartCharacteristics)
	column := out.Column
	for _, m := range t.values {
		column("time").AppendInt(m.stay.sourceMs * 1e6)
		column("station").AppendText(m.stay.station)
		column("visit").AppendText(strconv.FormatInt(m.stay.number, 10))
		column("characteristic").AppendText(m.characteristic)
		name, unit := m.characteristic, ""
		if m.row != nil {
			name, unit = m.row.Text("name"), m.row.Text("unit")
		}
		table.AppendTextOr(column("name"), name)
		column("value").AppendFloat(m.value)
		table.AppendTextOr(column("unit"), unit)
		table.AppendNumber(column("lsl"), m.spec.LSL)
		table.AppendNumber(column("target"), m.spec.Target)
		table.AppendNumber(column("usl"), m.spec.USL)
		table.AppendTextOr(column("verdict"), m.verdict)
		if l := m.lines; l != nil {
			column("centre").AppendFloat(l.Centre)
			column("sigma").AppendFloat(l.Sigma)
			column("z").AppendFloat(m.z())
			column("lcl").AppendFloat(l.LCL)
			column("ucl").AppendFloat(l.UCL)
		} else {
			for _, name := range []string{"centre", "sigma", "z", "lcl", "ucl"} {
				column(name).AppendMissing()
			}
		}
		table.AppendNumber(column("peer_percentile"), m.percentile)
		table.AppendTextOr(column("reading"), string(m.reading))
		table.AppendTextOr(column("text"), m.text)
		standing := ""
		if m.row != nil && m.text == "" {
			standing = control.LimitsStanding(m.limit)
		}
		table.AppendTextOr(column("control_limits"), standing)
	}
	return out
}
