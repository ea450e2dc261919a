package control_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// The corpus that binds this package and packages/plan to one list of monitors.
const corpus = "../../../../../packages/plan/corpus/monitors/"

type plannedMonitor struct {
	Site           string
	Product        string
	Station        string
	Characteristic string
	Route          string
	WindowS        int `json:"window_s"`
	MinN           int `json:"min_n"`
	What           string
	Against        string
	Streams        []string
}

func corpusOf[T any](t *testing.T, name string) (out []T) {
	t.Helper()
	text, err := os.ReadFile(corpus + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &out); err != nil || len(out) == 0 {
		t.Fatalf("nothing in %s: %v", name, err)
	}
	return out
}

func TestTheMonitorsOfAPlanAreThoseThatItsBudgetIsSpentOn(t *testing.T) {
	p := planOf(t, corpusOf[pushed.Row](t, "rows.json")...)
	var want []string
	places := map[[2]string]bool{}
	for _, m := range corpusOf[plannedMonitor](t, "monitors.json") {
		slices.Sort(m.Streams)
		want = append(want, fmt.Sprint(m))
		places[[2]string{m.Site, m.Product}] = true
	}
	var got []string
	for place := range places {
		got = append(got, monitorsAt(p, place[0], place[1])...)
	}
	slices.Sort(want)
	slices.Sort(got)
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("the datasource watches\n%s\nthe plan's budget counts\n%s", a, b)
	}
}

// monitorsAt spells the monitors of a site of which every stream was seen with a product.
func monitorsAt(p *plan.Plan, site, product string) (out []string) {
	for _, station := range p.StationsAt(now) {
		for _, m := range monitorsOf(p, site, product, station.Station) {
			spelled := plannedMonitor{
				Site: site, Product: product, Station: station.Station, Characteristic: m.Keys[0].Characteristic, Route: m.Route,
				WindowS: int(m.Pace.LengthMs / 1000), MinN: m.Pace.MinN, What: m.What, Against: m.Against,
			}
			for _, key := range m.Keys {
				spelled.Streams = append(spelled.Streams, key.Line+"/"+key.Equipment+"/"+key.Position)
			}
			slices.Sort(spelled.Streams)
			out = append(out, fmt.Sprint(spelled))
		}
	}
	return out
}

const now = 1

// monitorsOf are those of a station: of its streams, of a master part of each machine, and of its zone.
func monitorsOf(p *plan.Plan, site, product, station string) (out []monitor.Monitor) {
	for _, name := range control.NewCounting(p, station, now).Watched() {
		keys := seen(p, site, product, station, name)
		out = append(out, control.Monitors(p, station, name, now, keys)...)
		out = append(out, control.Gauges(p, station, now, slices.DeleteFunc(keys, func(k summary.Key) bool {
			return k.Lot == "" || k.Equipment == "" || k.Position != ""
		}))...)
	}
	for _, spec := range control.ZoneCharacteristics(p, station, now) {
		zone := summary.Key{Stream: summary.Stream{Site: site, Station: station}, Characteristic: spec.Characteristic}
		out = append(out, control.Zones(p, spec, now, []summary.Key{zone})...)
	}
	return out
}

// seen are the keys of a station of which every machine counted something, of one lot.
func seen(p *plan.Plan, site, product, station, characteristic string) []summary.Key {
	book := summary.NewBook(1)
	for _, machine := range p.EquipmentAt(site, now) {
		for _, position := range append([]string{""}, machine.Positions...) {
			of := summary.Stream{
				Site: site, Line: machine.Line, Station: station, Equipment: machine.ID, Position: position, Product: product,
			}
			if machine.Station == station {
				book.Count(of, characteristic, 1, 1, false, false)
				of.Lot = "lot"
				book.Count(of, characteristic, 1, 1, false, false)
			}
		}
	}
	return book.KeysOf(characteristic)
}
