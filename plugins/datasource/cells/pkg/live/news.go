package live

import (
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/visits"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

const (
	// liveLookback is how late a row may be stored after its source time and still be pushed; later ones come with the
	// next query.
	liveLookback = 2 * time.Minute
	// liveOverlap is how much of the past the first frame holds, so that nothing falls between a query and its channel.
	liveOverlap = 3 * time.Second
)

// liveKey names a record that was stored.
type liveKey struct {
	id                       string
	number, received, source int64
}

// news remembers which records of a station were there before.
type news map[liveKey]struct{}

// of tells which rows no earlier call was given, and forgets what cannot come again.
func (n news) of(rows *table.Table, now time.Time) []bool {
	id, number, received := rows.Column(visit.IDColumn), rows.Column("visit"), rows.Column("received_ms")
	source, at := rows.Column("source_ms"), rows.Column("time")
	fresh := make([]bool, rows.Len())
	for row := range rows.Len() {
		ms, _ := received.Int(row)
		key := liveKey{table.TextOr(id, row, ""), visit.Number(number, row), ms, visit.SourceMs(source, at, row)}
		_, known := n[key]
		fresh[row] = !known
		n[key] = struct{}{}
	}
	oldest := now.Add(-2 * liveLookback).UnixMilli()
	for key := range n {
		if key.source < oldest {
			delete(n, key)
		}
	}
	return fresh
}

// follows tells whether a row of its station belongs to a live query.
func follows(q *visits.Query, rows *table.Table) func(row int) bool {
	number, runType := rows.Column("visit"), rows.Column("run_type")
	first := q.Visits == retest.First && rows.Column(visit.UnitColumn) == nil // visits of a roll number its stretches
	match := q.Where.For(q.Station).Match(rows)
	return func(row int) bool {
		return (!first || visit.Number(number, row) == 1) && (len(q.RunTypes) == 0 || slices.Contains(q.RunTypes, visit.RunTypeOf(runType, row))) && match(row)
	}
}
