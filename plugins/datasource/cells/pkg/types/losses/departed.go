package losses

import (
	"context"
	"fmt"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/loss"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// departed are the episodes of the monitors of all stations.
func (s *search) departed(ctx context.Context) (out []*loss.Episode, err error) {
	found := make([]watch.Through, len(s.stations))
	err = s.each(s.stations, func(i int, station *plan.Row) (err error) {
		found[i], err = s.query.watch.Through(ctx, s.Run, s.plan, station.Station, s.over)
		return err
	})
	if err != nil {
		return nil, err
	}
	s.fromMs = s.over.From.UnixMilli()
	unread := 0
	for _, of := range found {
		if of.FromMs > s.over.From.UnixMilli() {
			unread++
			s.fromMs = max(s.fromMs, of.FromMs)
		}
		for _, d := range of.Departures {
			out = append(out, s.episodeOf(d))
		}
	}
	if unread > 0 {
		s.Warn(s.words().stillRead[min(unread-1, 1)], unread, s.days.when(s.fromMs))
	}
	return out, nil
}

// each runs something for every station, some at a time.
func (s *search) each(stations []*plan.Row, do func(i int, station *plan.Row) error) error {
	var run []func() error
	gate := make(chan struct{}, source.ParallelStations)
	for i, station := range stations {
		run = append(run, func() error {
			gate <- struct{}{}
			defer func() { <-gate }()
			return source.Guard("losses of station "+station.Station, func() error {
				if err := do(i, station); err != nil {
					return fmt.Errorf("station %s: %w", station.Station, err)
				}
				return nil
			})
		})
	}
	return s.Together(run...)
}

func (s *search) episodeOf(d watch.Departure) *loss.Episode {
	e := &loss.Episode{
		Place: placeOf(d.Key.Stream), Characteristic: d.Key.Characteristic, Kind: vocabulary.SignalOutOfControl, Rule: ruleOf(d),
		FromMs: d.FromMs, ToldMs: d.ToldMs, ToMs: d.LastMs, Over: d.Over, Figures: loss.Unknown(),
	}
	if !d.Over {
		e.ToMs = max(e.ToMs, s.over.To.UnixMilli())
	}
	for _, of := range d.Between {
		e.Among = append(e.Among, placeOf(of))
	}
	return e
}

func placeOf(s summary.Stream) loss.Place {
	return loss.Place{Site: s.Site, Line: s.Line, Station: s.Station, Equipment: s.Equipment, Position: s.Position, Product: s.Product, Lot: s.Lot}
}

func ruleOf(d watch.Departure) string {
	switch {
	case d.Between != nil:
		return vocabulary.SignalRuleApart
	case d.Departs == monitor.Level:
		return vocabulary.SignalRuleLevel
	case d.Departs == monitor.Spread:
		return vocabulary.SignalRuleSpread
	}
	return vocabulary.SignalRuleShare
}
