package signals

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// asksOf are the places of a station, by the labels of their signals as far as they are known before, that some rule has to ask for.
type asksOf func(p *plan.Plan, station *plan.Row, ns int64) []map[string]string

// notContained is the containment of what is left as it is.
const notContained = "none"

// wholeStation is all that a kind can find at a station.
func wholeStation(*plan.Plan, *plan.Row, int64) []map[string]string { return []map[string]string{{}} }

// placeOf is the place of a characteristic.
func placeOf(kind string, row *plan.Row, disposition string) map[string]string {
	return map[string]string{
		"characteristic": row.Characteristic, "disposition": disposition,
		"route": cmp.Or(row.Text("route"), vocabulary.SignalKindRoute[kind]), "severity": cmp.Or(row.Text("severity"), vocabulary.SignalKindSeverity[kind]),
	}
}

// specifiedAt are the measured characteristics of a station that have spec limits.
func specifiedAt(p *plan.Plan, station string, ns int64) []*plan.Row {
	return slices.DeleteFunc(p.MeasuredAt(station, ns), func(row *plan.Row) bool {
		return row.Number("lsl") == nil && row.Number("usl") == nil
	})
}

// unasked are what the plan has at its stations and no rule asks for, where the watch names all rules: rules are made of a plan, and the
// plan that is in force may be a later one.
func (s *search) unasked(notices *unreadNotices) (out []signal) {
	if !s.query.WatchesAll {
		return nil
	}
	ns := s.Range.To.UnixNano()
	for _, kind := range s.all {
		rules := watchesOf(s.query.Watch, kind.Name)
		if kind.Station == nil || len(rules) == 0 {
			continue
		}
		asks := kind.Asks
		if asks == nil {
			asks = wholeStation
		}
		for _, station := range s.plan.StationsAt(ns) {
			sites := s.unaskedSites(rules, station.Station, asks(s.plan, station, ns))
			for _, characteristic := range slices.Sorted(maps.Keys(sites)) {
				key := evaluationKey{Kind: kind.Name, State: vocabulary.StateFresh, Station: station.Station}
				out = append(out, notices.unread(key, characteristic, vocabulary.UnreadUnasked, 1, s.Now(), s.unaskedWords(sites[characteristic])))
			}
		}
	}
	return out
}

// watchesOf are the rules that ask for a kind.
func watchesOf(all []watched, kind string) []watched {
	return slices.DeleteFunc(slices.Clone(all), func(w watched) bool { return !slices.Contains(w.Kinds, kind) })
}

// unaskedSites are the sites at which no rule asks for a place of a station, by its characteristic.
func (s *search) unaskedSites(rules []watched, station string, places []map[string]string) map[string][]string {
	out := map[string][]string{}
	for _, place := range places {
		place["station"] = station
		for _, site := range s.PlannedSites(s.plan) {
			place["site"] = site.ID
			known := out[place["characteristic"]]
			if !slices.ContainsFunc(rules, func(w watched) bool { return w.asks(place) }) && !slices.Contains(known, site.ID) {
				out[place["characteristic"]] = append(known, site.ID)
			}
		}
	}
	return out
}

// asks tells whether a rule asks for a place; what it asks by that is not known of the place does not narrow it.
func (w watched) asks(place map[string]string) bool {
	characteristic, known := place["characteristic"]
	return plan.Allowed(w.Stations, place["station"]) && (!known || plan.Allowed(w.Characteristics, characteristic)) &&
		w.filters.For(place["station"]).MatchPlace(place)
}

func (s *search) unaskedWords(sites []string) detail {
	if len(sites) < len(s.PlannedSites(s.plan)) {
		return inFull(detailUnaskedAt, strings.Join(sites, ", "))
	}
	return inFull(detailUnasked)
}
