package types_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/gate"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// gateLine is a line of coating (rolls), stacking, filling and formation (trays). Filling measures a special mass, and a vacuum that holds nothing.
func gateLine(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=buckets", fields{"value": "4096"})
	p.station(1, "coating", "roll", "", "", 0)
	p.station(2, "stacking", "cell", "", "coating", 48)
	p.station(3, "filling", "cell", "", "stacking", 24)
	p.station(4, "formation", "tray", "", "filling", 72)
	p.characteristic(1, "filling", "fill_mass", "Electrolyte mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0, "plausible_lo": 0.0, "plausible_hi": 2000.0,
		"special_class": "SC", "sample": "every cell", "containment": "hold"})
	p.characteristic(2, "filling", "vacuum", "Vacuum", "suffix:mbar", 1, fields{"usl": 8.0, "containment": "none"})
	return p
}

// gateCase is a cell C that was stacked, cut from a roll and lies in a tray. All IDs of a case end alike.
type gateCase struct {
	*plant
	ending string
}

func newGateCase(p *plant, ending string) gateCase {
	c := gateCase{p, ending}
	p.visit("stacking", "line-1", "stacker-01", c.id("C"), "03-10 08:00", nil)
	p.edge("cut_from", c.id("C"), "cell", c.id("SLIT-1"), "roll", "03-10 07:50", fields{"from_m": 12.0, "to_m": 24.0})
	p.edge("cut_from", c.id("SLIT-1"), "roll", c.id("ROLL-1"), "roll", "03-09 07:00", fields{"from_m": 100.0, "to_m": 600.0})
	p.edge("consumes", c.id("ROLL-1"), "roll", c.id("LFP-1"), "lot", "03-08 07:00", fields{"quantity": 12.0})
	p.edge("carried_by", c.id("C"), "cell", c.id("TRAY-9"), "tray", "03-10 09:10", fields{"quantity": 1.0})
	return c
}

func (c gateCase) id(name string) string { return name + c.ending }

func (c gateCase) filled(when string, mass any, f fields) {
	row := fields{"fill_mass": mass, "lot_electrolyte": c.id("EL-1"), "position": "nozzle-4"}
	for name, v := range f {
		row[name] = v
	}
	c.visit("filling", "line-1", c.id("filler-01"), c.id("C"), when, row)
}

func (c gateCase) happens(kind, targetType, target, when string, f fields) {
	if targetType != "station" {
		target = c.id(target)
	}
	c.event(kind, targetType, target, when, f)
}

// astray has the index lead to a record that is not there.
func (c gateCase) astray() {
	c.index(c.id("C"), "filling|de1|line-1|"+c.id("filler-01")+"|lfp-202", 1773136800000000011)
}

func askGate(t *testing.T, env *query.Engine, item, station string) gate.Status {
	t.Helper()
	status, err := gate.Ask(t.Context(), env.Source, item, station)
	if err != nil {
		t.Fatal(err)
	}
	return status
}

func TestAGateIsTold(t *testing.T) {
	good := func(c gateCase) { c.filled("03-10 09:00", 800.0, nil) }
	held := func(kind, target, when string, f fields) func(gateCase) {
		return func(c gateCase) { good(c); c.happens("hold", kind, target, when, f) }
	}
	then := func(first func(gateCase), kind, target, when string, f fields) func(gateCase) {
		return func(c gateCase) { first(c); c.happens(kind, "cell", target, when, f) }
	}
	rules := map[string]struct {
		make   func(c gateCase)
		status gate.Answer
		says   string
	}{
		"allow where the station before has reported it and nothing holds it": {good, gate.Allow, ""},

		"deny while it is held":                                             {held("cell", "C", "03-10 09:01", fields{"hold_id": "H-1"}), gate.Deny, "Hold H-1 on the item itself since 2026-03-10T09:01:00Z"},
		"deny while one of two holds is open":                               {then(then(held("cell", "C", "03-10 09:01", fields{"hold_id": "H-1"}), "hold", "C", "03-10 09:02", fields{"hold_id": "H-2"}), "release", "C", "03-10 09:03", fields{"answers": "H-1"}), gate.Deny, "Hold H-2"},
		"allow once its hold is released":                                   {then(held("cell", "C", "03-10 09:01", fields{"hold_id": "H-1"}), "release", "C", "03-10 09:03", fields{"answers": "H-1"}), gate.Allow, ""},
		"allow once its hold has expired":                                   {held("cell", "C", "03-10 09:01", fields{"expires_ms": noon.Add(-time.Minute).UnixMilli()}), gate.Allow, ""},
		"deny while its lot is held":                                        {held("lot", "EL-1", "03-10 09:30", fields{"text": "water"}), gate.Deny, "on lot EL-1 since 2026-03-10T09:30:00Z: water."},
		"deny with one full stop, where the text of the hold ends with one": {then(held("lot", "EL-1", "03-10 09:30", fields{"text": "Water."}), "hold", "C", "03-10 09:40", fields{"hold_id": "H-2"}), gate.Deny, "since 2026-03-10T09:30:00Z: Water.\nHold H-2"},
		"deny where its lot was held a year before it was made": {func(c gateCase) {
			good(c)
			lot := c.id("LFP-1")
			c.row("record", fmt.Sprintf("event,site=de1,kind=hold,bucket=%d", hash(lot)%4096), fields{"event_id": lot, "target_type": "lot", "target_id": lot},
				noon.AddDate(-1, 0, 0).UnixNano())
		}, gate.Deny, "on lot LFP-1"},
		"deny where it is held and whoever stored that was ended before the index led to it": {func(c gateCase) {
			good(c)
			cell := c.id("C")
			c.row("record", fmt.Sprintf("event,site=de1,kind=hold,bucket=%d", hash(cell)%4096), fields{"event_id": "H-" + cell, "target_type": "cell", "target_id": cell, "item_id": cell},
				noon.Add(-time.Minute).UnixNano())
		}, gate.Deny, "on the item itself"},
		"allow where it alone is released from the hold of a lot":     {then(held("lot", "EL-1", "03-10 09:30", fields{"hold_id": "H-1"}), "release", "C", "03-10 09:40", fields{"answers": "H-1"}), gate.Allow, ""},
		"allow where another lot is held":                             {held("lot", "EL-2", "03-10 09:30", nil), gate.Allow, ""},
		"deny where the stretch of roll that it was cut from is held": {held("roll", "SLIT-1", "03-10 09:30", fields{"from_m": 20.0, "to_m": 40.0}), gate.Deny, "on roll SLIT-1"},
		"allow where another stretch of its roll is held":             {held("roll", "SLIT-1", "03-10 09:30", fields{"from_m": 30.0, "to_m": 40.0}), gate.Allow, ""},
		"deny where its stretch of the mother roll is held":           {held("roll", "ROLL-1", "03-10 09:30", fields{"from_m": 110.0, "to_m": 120.0}), gate.Deny, "on roll ROLL-1"},
		"deny while its tray is held":                                 {held("tray", "TRAY-9", "03-10 09:30", nil), gate.Deny, "on tray TRAY-9"},
		"deny where its machine is held for the window it was in":     {held("equipment", "filler-01", "03-10 10:00", fields{"from_ms": at("03-10 08:30").UnixMilli(), "to_ms": at("03-10 09:30").UnixMilli()}), gate.Deny, "on equipment filler-01"},
		"allow where its machine is held for another window":          {held("equipment", "filler-01", "03-10 10:00", fields{"from_ms": at("03-10 09:30").UnixMilli(), "to_ms": at("03-10 09:40").UnixMilli()}), gate.Allow, ""},
		"allow where another nozzle of its machine is held":           {held("equipment", "filler-01", "03-10 08:30", fields{"position": "nozzle-5"}), gate.Allow, ""},
		"deny where its station is held for the window it was in": {func(c gateCase) {
			good(c)
			c.happens("hold", "station", "filling", "03-10 10:00", fields{"equipment": c.id("filler-01"), "from_ms": at("03-10 08:30").UnixMilli(), "to_ms": at("03-10 09:30").UnixMilli()})
		}, gate.Deny, "on station filling"},

		"deny where it is scrap":                                 {then(good, "scrap", "C", "03-10 09:30", nil), gate.Deny, "The newest decision is scrap, about the item itself at 2026-03-10T09:30:00Z"},
		"deny where it is to be reworked":                        {then(good, "rework", "C", "03-10 09:30", nil), gate.Deny, "The newest decision is rework"},
		"deny where the rework is to be done at another station": {then(good, "rework", "C", "03-10 09:30", fields{"station": "filling"}), gate.Deny, "The newest decision is rework"},
		"allow where the rework is to be done at the gate":       {then(good, "rework", "C", "03-10 09:30", fields{"station": "formation"}), gate.Allow, ""},
		"allow where it was reworked and is good": {func(c gateCase) {
			c.filled("03-10 09:00", 810.0, nil)
			c.happens("rework", "cell", "C", "03-10 09:30", fields{"station": "filling"})
			c.filled("03-10 09:40", 800.0, fields{"visit": 2})
		}, gate.Allow, ""},
		"deny where it was reworked and is still out of spec": {func(c gateCase) {
			c.filled("03-10 09:00", 810.0, nil)
			c.happens("rework", "cell", "C", "03-10 09:30", nil)
			c.filled("03-10 09:40", 809.0, fields{"visit": 2})
		}, gate.Deny, "visit 2"},
		"deny where it is to be inspected":               {then(good, "inspect", "C", "03-10 09:30", nil), gate.Deny, "The newest decision is inspect"},
		"deny where its lot is scrap":                    {func(c gateCase) { good(c); c.happens("scrap", "lot", "EL-1", "03-10 09:30", nil) }, gate.Deny, "about lot EL-1"},
		"allow where it is used as it is after a rework": {then(then(good, "rework", "C", "03-10 09:30", nil), "use-as-is", "C", "03-10 09:40", nil), gate.Allow, ""},
		"allow where it is downgraded":                   {then(good, "downgrade", "C", "03-10 09:30", nil), gate.Allow, ""},

		"deny where it is out of spec and no hold is placed yet": {func(c gateCase) { c.filled("03-10 09:00", 810.0, nil) }, gate.Deny, "fill_mass of station filling, visit 1 at 2026-03-10T09:00:00Z, is out-of-spec (above-usl)"},
		"deny where its value cannot be true":                    {func(c gateCase) { c.filled("03-10 09:00", 9999.0, nil) }, gate.Deny, "is implausible"},
		"deny where what matters was not measured":               {func(c gateCase) { c.filled("03-10 09:00", nil, nil) }, gate.Deny, "is unmeasured"},
		"deny where two passes bear one number":                  {func(c gateCase) { good(c); c.filled("03-10 09:20", 800.5, nil) }, gate.Deny, "another-pass"},
		"deny where its record was sent again with another value": {func(c gateCase) {
			good(c)
			c.filled("03-10 09:00", 801.0, fields{"received_ms": at("03-10 09:05").UnixMilli()})
		}, gate.Deny, "differing-resend"},
		"allow where that was decided":         {then(func(c gateCase) { c.filled("03-10 09:00", 810.0, nil) }, "use-as-is", "C", "03-10 09:30", nil), gate.Allow, ""},
		"deny where somebody has only seen it": {then(func(c gateCase) { c.filled("03-10 09:00", 810.0, nil) }, "acknowledge", "C", "03-10 09:30", nil), gate.Deny, "out-of-spec"},
		"allow where it was measured again and is good": {func(c gateCase) {
			c.filled("03-10 09:00", 810.0, nil)
			c.filled("03-10 09:10", 800.0, fields{"visit": 2})
		}, gate.Allow, ""},
		"allow where the plan holds nothing of it":   {func(c gateCase) { c.filled("03-10 09:00", 800.0, fields{"vacuum": 20.0}) }, gate.Allow, ""},
		"allow where the record only tells what was": {func(c gateCase) { c.filled("03-10 09:00", 810.0, fields{"history": true}) }, gate.Allow, ""},
		"deny where the station before failed it":    {func(c gateCase) { c.filled("03-10 09:00", 800.0, fields{"verdict": "nok"}) }, gate.Deny, "Station filling said nok"},

		"unknown where the station before has not reported":      {func(gateCase) {}, gate.Unknown, "Station filling, which comes before, has not reported C yet."},
		"unknown where the record of the station before is void": {then(good, "void", "C", "03-10 09:30", fields{"station": "filling"}), gate.Unknown, "has not reported C yet"},
		"unknown where the station before wants to test again":   {func(c gateCase) { c.filled("03-10 09:00", 800.0, fields{"verdict": "retest"}) }, gate.Unknown, "wants to test C again"},
		"unknown where nobody understands the verdict":           {func(c gateCase) { c.filled("03-10 09:00", 800.0, fields{"verdict": nil, "verdict_reported": "gut"}) }, gate.Unknown, "nobody understands"},
		"unknown where the record has just arrived": {func(c gateCase) {
			c.filled("03-10 09:00", nil, fields{"received_ms": noon.Add(-time.Second).UnixMilli()})
		}, gate.Unknown, "arrived less than 2s ago"},
		"unknown where the index leads to a record that is not there": {func(c gateCase) { good(c); c.astray() }, gate.Unknown, "places without a record"},
		"deny where it is held, though not all could be read":         {func(c gateCase) { held("cell", "C", "03-10 09:01", nil)(c); c.astray() }, gate.Deny, "places without a record"},
	}
	p, asked := gateLine(t), map[string]gateCase{}
	for sentence, c := range rules {
		of := newGateCase(p, fmt.Sprintf("_%02d", len(asked)))
		c.make(of)
		asked[sentence] = of
	}
	env := p.env()
	for sentence, c := range rules {
		of := asked[sentence]
		got := askGate(t, env, of.id("C"), "formation")
		told := strings.ReplaceAll(strings.Join(got.Reasons, "\n"), of.ending, "")
		if got.Status != c.status || !strings.Contains(told, c.says) || (got.Status == gate.Allow) != (told == "") || got.AsOf != noon.UnixMilli() {
			t.Errorf("%s: %s %v %q, want …%s…", sentence, got.Status, got.Holds, told, c.says)
		}
	}
}

func TestAGateIsToldByWhatComesBeforeItOnTheWayOfThePlan(t *testing.T) {
	p := gateLine(t)
	newGateCase(p, "")
	p.edge("cut_from", "NEW", "cell", "SLIT-1", "roll", "03-10 07:50", fields{"from_m": 24.0, "to_m": 36.0})
	p.station(5, "module", "module", "", "formation", 72)
	p.visit("coating", "line-1", "coater-01", "ROLL-1", "03-09 08:00", nil)
	p.edge("contains", "GOOD", "cell", "MOD-1", "module", "03-10 11:00", nil)
	for i, station := range []string{"stacking", "filling", "formation"} {
		p.visit(station, "line-1", "machine", "GOOD", fmt.Sprintf("03-10 08:0%d", i), fields{"fill_mass": 800.0})
	}
	p.event("note", "cell", "NOTED", "03-10 09:01", nil)
	p.visit("formation", "line-1", "rack-01", "OTHER", "03-10 08:00", nil)
	env := p.env()
	for _, c := range []struct {
		item, station string
		status        gate.Answer
		says          string
	}{
		{"C", "filling", gate.Allow, ""},
		{"C", "", gate.Allow, ""},
		{"C", "formation", gate.Unknown, "Station filling, which comes before, has not reported C yet."},
		{"C", "nowhere", gate.Unknown, "Station nowhere is not in the control plan"},
		{"NEVER", "filling", gate.Unknown, "Nothing is known of NEVER"},
		{"NEW", "stacking", gate.Allow, ""}, // rolls come before, and it was cut from one
		{"NEW", "filling", gate.Unknown, "Station stacking, which comes before, has not reported NEW yet."},
		{"NEW", "", gate.Unknown, "No station has reported NEW yet."},
		{"OTHER", "formation", gate.Unknown, "Station filling"}, // it was at the gate's own station already
		{"ROLL-1", "", gate.Allow, ""},
		{"C", "module", gate.Unknown, "Station formation, which comes before, has not reported C yet."}, // modules are made of cells
		{"GOOD", "module", gate.Allow, ""},
		{"MOD-1", "module", gate.Allow, ""},
		{"TRAY-9", "formation", gate.Unknown, "Station filling, which comes before, has not reported TRAY-9 yet."},
		{"MOD-1", "filling", gate.Unknown, "MOD-1 is a module, and none comes to this gate"},
		{"ROLL-1", "filling", gate.Allow, ""},
		{"NOTED", "stacking", gate.Unknown, "Station coating, which comes before, has not reported NOTED yet."},
	} {
		got := askGate(t, env, c.item, c.station)
		if told := strings.Join(got.Reasons, "\n"); got.Status != c.status || !strings.HasPrefix(told, c.says) {
			t.Errorf("%s at %q: %s %q, want %s %s", c.item, c.station, got.Status, told, c.status, c.says)
		}
	}
}

func TestAGateIsToldUnknownWithoutAPlan(t *testing.T) {
	p := newPlant(t)
	p.visit("filling", "line-1", "filler-01", "C", "03-10 09:00", nil)
	if got := askGate(t, p.env(), "C", ""); got.Status != gate.Unknown || !strings.Contains(got.Reasons[0], "No control plan is in force") {
		t.Errorf("%+v", got)
	}
}

func TestAGateIsToldUnknownWhereReadingIsCut(t *testing.T) {
	p := gateLine(t)
	newGateCase(p, "").filled("03-10 09:00", 800.0, nil)
	p.event("note", "cell", "C", "03-10 09:01", nil)
	p.event("note", "cell", "C", "03-10 09:01:02", nil)
	env := p.env()
	for rows := 1; rows < 6; rows++ {
		env.Budget.Rows = rows
		if got := askGate(t, env, "C", "formation"); got.Status != gate.Unknown {
			t.Errorf("at most %d rows: %+v", rows, got)
		}
	}
	env.Budget.Rows = 100
	if got := askGate(t, env, "C", "formation"); got.Status != gate.Allow {
		t.Errorf("%+v", got)
	}
}

func TestAGateIsToldUnknownWhereAPlannedNumberWasStoredAsText(t *testing.T) {
	p := gateLine(t)
	newGateCase(p, "").filled("03-10 09:00", 800.0, fields{"vacuum": "low"})
	if got := askGate(t, p.env(), "C", "formation"); got.Status != gate.Unknown || !strings.Contains(got.Reasons[0], "Station filling: vacuum was stored as") {
		t.Errorf("%+v", got)
	}
}

func TestNoReadOfAGateMayFail(t *testing.T) {
	p := gateLine(t)
	newGateCase(p, "").filled("03-10 09:00", 800.0, nil)
	p.event("note", "cell", "C", "03-10 09:01", nil)
	p.event("hold", "lot", "OTHER", "03-10 09:01", nil)
	env := p.env()
	to, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	var asked, fails atomic.Int64
	proxy := httputil.NewSingleHostReverseProxy(to)
	between := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if asked.Add(1) == fails.Load() {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(between.Close)
	ask := func(nth int64) (gate.Status, error) {
		asked.Store(0)
		fails.Store(nth)
		cold := &source.Source{Databases: env.Databases, Budget: env.Budget, Now: env.Now} // nothing is remembered
		cold.Connect(between.URL, http.DefaultClient, source.Auth{}, false)
		return gate.Ask(t.Context(), cold, "C", "formation")
	}
	if got, err := ask(0); err != nil || got.Status != gate.Allow {
		t.Fatalf("%+v %v", got, err)
	}
	reads := asked.Load()
	if reads < 10 {
		t.Errorf("only %d reads", reads)
	}
	for nth := range reads {
		if got, err := ask(nth + 1); err == nil && got.Status != gate.Unknown {
			t.Errorf("read %d of %d failed: %+v", nth+1, reads, got)
		}
	}
}

func TestTextsOfPeopleAreLeftOutOfWhatAGateIsToldWhereThePlanSaysSo(t *testing.T) {
	p := gateLine(t)
	newGateCase(p, "").filled("03-10 09:00", 800.0, nil)
	p.event("hold", "cell", "C", "03-10 09:01", fields{"text": "Anna has seen it"})
	env := p.env()
	env.PersonalData = source.PersonalDataOff
	if got := askGate(t, env, "C", "formation"); got.Status != gate.Deny || strings.Contains(fmt.Sprint(got), "Anna") || !slices.Equal(got.Holds, []string{"hold-C-03-10 09:01"}) {
		t.Errorf("%+v", got)
	}
}

func TestTheFirstValueThatAStationEverStoresIsJudgedAtOnce(t *testing.T) {
	p := gateLine(t)
	newGateCase(p, "").filled("03-10 09:00", 800.0, nil)
	env := p.env()
	if got := askGate(t, env, "C", "formation"); got.Status != gate.Allow {
		t.Fatalf("%+v", got)
	}
	p.lines = map[string][]string{}
	p.planned("characteristic,station=filling,characteristic=gas,product=*,stratum=*", fields{"order": 3, "name": "Gas", "unit": "none", "usl": 1.0, "containment": "hold"})
	newGateCase(p, ":2").filled("03-10 09:30", 800.0, fields{"gas": 2.0})
	p.store()
	clock := env.Now
	env.Now = func() time.Time { return clock().Add(8 * time.Second) } // the plan is read again, the fields of the station are not
	if got := askGate(t, env, "C:2", "formation"); got.Status != gate.Deny || !strings.Contains(got.Reasons[0], "gas of station filling") {
		t.Errorf("%+v", got)
	}
}
