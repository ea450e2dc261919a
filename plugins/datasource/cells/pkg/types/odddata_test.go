package types_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/types/signals"
)

// oddFields are names that mean something to the datasource, or to nobody.
var oddFields = []string{
	"verdict", "superseded", "time", "cell_id", "item_id", "visit", "source_ms", "received_ms", "run_type", "position", "carrier",
	"lane", "from_m", "lot_electrolyte", "product_reported", "site", "product", "history", "fill_mass", "capacity", "value", "kind",
}

// structure are fields without which a row cannot be placed: of another type, they fail the whole read, by name.
var structure = []string{
	"cell_id", "item_id", "visit", "source_ms", "received_ms", "from_m", "minute", "past", "from_ms", "revision", "active", "recorded_ms", "order",
}

// oddPlanFields are the fields of the plan's rows that are read.
var oddPlanFields = []string{
	"order", "item", "zone", "from_station", "max_hours", "equipment", "max_gap_s", "lsl", "target", "usl", "plausible_lo",
	"plausible_hi", "censored_low", "decimals", "unit", "source", "type", "special_class", "sample", "route", "containment",
	"monitor_min_n", "retest_decide", "retest_count", "reaction_text", "model", "status", "centre", "sigma_within", "window",
	"subgroup_n", "value", "chart", "rules",
}

var oddWords = []string{"zone", "unit", "source", "type", "route", "retest_decide", "reaction_text", "chart", "rules"}

// oddPlant draws a plant whose fields have whatever types and whose rows lack whatever columns: every field keeps one type
// within its database, as InfluxDB demands.
type oddPlant struct {
	*plant
	random   *rand.Rand
	oddPlan  bool // else only the data are odd, so that they come to be judged
	types    map[string]int
	standard map[string]any
}

var oddTypes = []func(p *oddPlant) any{
	func(p *oddPlant) any {
		return p.pick([]string{"", "x", "1", "true", "{", `{"en":1}`, "a=b,c", "equipment=,=", "approved", "lognormal", "roll"})
	},
	func(p *oddPlant) any { return p.chance(0.5) },
	func(p *oddPlant) any { return p.random.IntN(2000) - 1000 },
	func(p *oddPlant) any { return []any{0.5, -1.0, 1e300, 4096.5}[p.random.IntN(4)] },
}

func (p *oddPlant) chance(share float64) bool { return p.random.Float64() < share }

func (p *oddPlant) pick(names []string) string { return names[p.random.IntN(len(names))] }

// value draws a value of the type that a field of a measurement has in this plant; usual is its type in two of three plants.
func (p *oddPlant) value(measurement, field string, usual any) any {
	key := measurement + "\x00" + field
	if _, drawn := p.types[key]; !drawn {
		p.types[key], p.standard[key] = p.random.IntN(8), usual
		if slices.Contains(structure, field) {
			p.types[key] = p.random.IntN(60)
		}
		if !p.oddPlan && slices.Contains([]string{"station", "characteristic", "control_limit"}, measurement) {
			p.types[key] = len(oddTypes)
		}
	}
	if drawn := p.types[key]; drawn < len(oddTypes) {
		return oddTypes[drawn](p)
	}
	if first := p.standard[key]; fmt.Sprintf("%T", first) != fmt.Sprintf("%T", usual) {
		return first
	}
	return usual
}

func (p *oddPlant) plan() {
	usual := fields{
		"order": 1, "item": "cell", "max_hours": 24.0, "equipment": "filler-01,filler-02", "max_gap_s": 600.0, "lsl": 796.0,
		"usl": 804.0, "plausible_lo": 0.0, "plausible_hi": 2000.0, "special_class": "SC", "sample": "every cell", "containment": "hold",
		"model": "normal", "status": "approved", "centre": 800.0, "sigma_within": 1.2, "subgroup_n": 5, "value": "4096", "from_station": "stacking",
	}
	row := func(measurement, series string, when time.Time) {
		f := fields{}
		for _, name := range oddPlanFields {
			if standard, stated := usual[name]; stated && p.chance(0.8) {
				f[name] = p.value(measurement, name, standard)
			} else if !stated && p.chance(0.2) {
				f[name] = p.value(measurement, name, map[bool]any{true: "x", false: 1.0}[slices.Contains(oddWords, name)])
			}
		}
		if p.chance(0.8) {
			f["revision"] = p.value(measurement, "revision", 1)
		}
		f["recorded_ms"] = p.value(measurement, "recorded_ms", when.UnixMilli())
		f["active"] = p.value(measurement, "active", true)
		p.row("record", series, f, when.UnixNano()+int64(p.random.IntN(3)))
	}
	for range 6 {
		when := time.Date(2026, 1, 1+p.random.IntN(60), 0, 0, 0, 0, time.UTC)
		for _, station := range []string{"filling", "formation", "coating"} {
			row("station", "station,station="+station, when)
			of := fmt.Sprintf("station=%s,characteristic=%s", station, p.pick(oddFields))
			if p.chance(0.7) {
				of += ",product=*,stratum=" + p.pick([]string{"*", `equipment\=filler-02`, `\=`, "verdict"})
			}
			row("characteristic", "characteristic,"+of, when)
			row("control_limit", "control_limit,"+of, when)
		}
		row("setting", "setting,name="+p.pick([]string{"buckets", "calendar:de1", "site:de1", "sites"}), when)
	}
}

func (p *oddPlant) visits() {
	for i := range 60 {
		station := p.pick([]string{"filling", "formation", "coating"})
		at := noon.Add(-time.Duration(p.random.IntN(3600)) * time.Second)
		usual := fields{"cell_id": fmt.Sprintf("A%d", i%7), "visit": 1, "verdict": "ok", "source_ms": at.UnixMilli(), "received_ms": at.UnixMilli() + 500, "from_m": 250.0, "item_id": "ROLL-1"}
		f := fields{}
		for _, name := range oddFields {
			switch standard, stated := usual[name]; {
			case name == "time" || name == "site" || name == "product":
			case stated && p.chance(0.9):
				f[name] = p.value(station, name, standard)
			case p.chance(0.4):
				f[name] = p.value(station, name, 801.5)
			}
		}
		f["capacity"] = p.value(station, "capacity", 202.0)
		p.row("visits", fmt.Sprintf("%s,site=de1,line=line-1,equipment=filler-0%d,product=lfp-202", station, 1+i%2), f, at.UnixNano())
		if p.chance(0.7) {
			p.index(fmt.Sprintf("A%d", i%7), fmt.Sprintf("%s|de1|line-1|filler-0%d|lfp-202", station, 1+i%2), at.UnixNano())
		}
		surroundings := func(database, measurement, series string, names ...string) {
			f := fields{"any": 1.0}
			for _, name := range names {
				var usual any = "A1"
				if name == "minute" || name == "past" || name == "from_ms" {
					usual = at.Unix() / 60
				}
				if p.chance(0.7) {
					f[name] = p.value(measurement, name, usual)
				}
			}
			p.row(database, series, f, at.UnixNano())
		}
		surroundings("visits", "arrival", "arrival,site=de1,station="+station+",slot=1", "minute", "past")
		surroundings("visits", "equipment_state", "equipment_state,site=de1,line=line-1,equipment=filler-02", "state", "program")
		surroundings("visits", "environment", "environment,site=de1,zone=dry-room,sensor=s", "dew_point")
		surroundings("record", "event", "event,site=de1,kind="+p.pick([]string{"hold", "void", "release", "note"})+",bucket=1",
			"item_id", "target_id", "event_id", "station", "characteristic", "from_ms", "answers", "source", "hold_id")
		surroundings("record", "genealogy", "genealogy,site=de1,relation=consumes", "child_id", "parent_id", "quantity", "lane")
		surroundings("rejected", "rejected", "rejected,site=de1,reason=value", "topic", "payload", "detail")
	}
}

// everyQuery asks every query type in every way.
func everyQuery() []string {
	queries := []string{
		`{"queryType":"cells","anchor":"formation","join":"left","columns":[{"station":"filling","field":"fill_mass"},{"station":"formation","field":"verdict"},{"station":"filling","environment":"dew_point"},{"station":"filling","state":"program"}]}`,
		`{"queryType":"cells","anchor":"filling","visits":"all","columns":[{"station":"filling","field":"superseded"},{"station":"coating","field":"capacity"}]}`,
		`{"queryType":"traveler","cellId":"A1"}`, `{"queryType":"traveler","cellId":"A1","parts":["characteristics"]}`,
		`{"queryType":"events"}`, `{"queryType":"yield"}`, `{"queryType":"yield","failures":true}`, `{"queryType":"yield","rolled":true}`,
		`{"queryType":"yield","bucket":"1h"}`,
	}
	for _, visits := range []string{"first", "last", "all"} {
		for _, characteristics := range []string{"", `"verdict","superseded"`, `"fill_mass","time"`} {
			queries = append(queries, fmt.Sprintf(
				`{"queryType":"visits","station":"filling","visits":%q,"characteristics":[%s],"strata":["equipment","lane"],"include":["limits","signals"]}`, visits, characteristics))
		}
	}
	for _, kind := range signals.SignalKinds() {
		for _, state := range []string{"fresh", "open", "unanswered"} {
			queries = append(queries, fmt.Sprintf(`{"queryType":"signals","kinds":[%q],"state":%q,"include":["reaction"]}`, kind, state))
		}
	}
	return queries
}

func TestNoDataAndNoPlanEndsAQueryOtherwiseThanByAnAnswerOrAnErrorThatIsNotOurs(t *testing.T) {
	for seed := range uint64(16) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			p := &oddPlant{newPlant(t), rand.New(rand.NewPCG(seed, 8)), seed%4 == 0, map[string]int{}, map[string]any{}} //nolint:gosec // not for secrets
			p.plan()
			p.visits()
			env := p.env()
			for _, raw := range everyQuery() {
				_, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-2 * time.Hour), To: noon}}, "", []byte(raw))
				var fault *source.FaultError
				if errors.As(err, &fault) {
					t.Errorf("%s\n%v\n%s", raw, err, fault.Stack)
				} else if err != nil && strings.TrimSpace(err.Error()) == "" {
					t.Errorf("%s: an error that says nothing", raw)
				}
			}
		})
	}
}
