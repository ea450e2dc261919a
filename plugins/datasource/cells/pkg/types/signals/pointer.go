package signals

import (
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// pointerKind: a pointer of the index leads from an item to a record of another one (one of two records was overwritten), or
// to none: the traveler of the item lacks a visit. The value is 1.
var pointerKind = signalKind{Name: vocabulary.SignalPointer, Plant: findPointers}

// pointerSettles is how long a pointer may be stored before its record: they lie in two databases.
const pointerSettles = 2 * time.Minute

func findPointers(ctx context.Context, s *search) ([]signal, error) {
	stations := s.stations()
	var names []string
	spans := []source.Range{s.reach()}
	for _, station := range stations {
		names = append(names, station.Station)
		spans = append(spans, s.ranges(station.Station)...)
	}
	byStation, err := pointersIn(ctx, s.Run, s.plan, source.Cover(source.Merged(spans), source.MaxRanges), names, s.query.filters.For(""))
	if err != nil {
		return nil, err
	}
	found := make([][]signal, len(names))
	var run []func() error
	gate := make(chan struct{}, source.ParallelStations)
	for i, name := range names {
		run = append(run, func() (err error) {
			gate <- struct{}{}
			defer func() { <-gate }()
			found[i], err = s.misledAt(ctx, name, byStation[name])
			return err
		})
	}
	if err := s.Together(run...); err != nil {
		return nil, err
	}
	return slices.Concat(found...), nil
}

// misledAt reads the records of a station at the time of its pointers, and gives the pointers that lead to none of their item.
func (s *search) misledAt(ctx context.Context, station string, pointers []indexed) ([]signal, error) {
	if len(pointers) == 0 {
		return nil, nil
	}
	rows, pointers, err := s.rowsAt(ctx, station, pointers)
	if err != nil {
		return nil, err
	}
	at := source.ByTime(map[string]*table.Table{station: rows})
	settled := s.Now().Add(-pointerSettles).UnixNano()
	var out []signal
	for _, p := range pointers {
		rule := at.Misleads(p.Pointer, rows, p.names(rows))
		if rule == "" || (rule == vocabulary.SignalRuleNoRecord && p.At > settled) {
			continue
		}
		labels := map[string]string{
			"site": p.Site, "line": p.Line, "station": station, "equipment": p.Equipment, "product": p.Product,
			visit.IDColumn: p.item, "rule": rule, "disposition": "none",
		}
		if s.query.State != vocabulary.StateFresh && s.answers.Answer(labels, p.At/1e6) {
			continue
		}
		out = append(out, signal{Value: 1, Labels: labels})
	}
	return out, nil
}
