package types_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// dryRoom has two sensors that were read every five minutes of the last nine days; dew points follow the hours of the day.
func dryRoom(t testing.TB) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "dryroom_dewpoint", "Dew point", "celsius", 1, fields{
		"source": "environment", "quantity": "dew_point", "usl": -38.0, "target": -46.0, "plausible_lo": -90.0, "bad_direction": "high", "severity": "critical",
	})
	p.visitAt("filling", "line-1", "filler-01", "A1", noon.Add(-time.Minute), fields{})
	for ago := 5 * time.Minute; ago < 9*24*time.Hour; ago += 5 * time.Minute {
		p.reads("dp-1", ago, -46+daily(ago))
		p.reads("dp-2", ago, -45+daily(ago))
	}
	return p
}

// daily is what the hours of a day do, and what a sensor does besides.
func daily(ago time.Duration) float64 {
	return 0.8*math.Sin(2*math.Pi*ago.Hours()/24) + 0.3*math.Sin(ago.Minutes()*ago.Minutes())
}

func (p *plant) reads(sensor string, ago time.Duration, dewPoint float64) {
	p.environment("dry-room", sensor, noon.Add(-ago).Format("01-02 15:04:05"), fields{"dew_point": dewPoint})
}

// rises stores anew that sensors read so much more in the last three hours.
func (p *plant) rises(by float64, sensors ...string) {
	for ago := 5 * time.Minute; ago < 3*time.Hour; ago += 5 * time.Minute {
		for _, sensor := range sensors {
			usual := -46.0
			if sensor == "dp-2" {
				usual = -45
			}
			p.reads(sensor, ago, usual+daily(ago)+by)
		}
	}
}

func TestAZoneWhoseLevelDepartsFromWhatItsHoursUsuallyAreIsOneSignal(t *testing.T) {
	slowtest.ManyCells(t)
	p := dryRoom(t)
	said(t, saidOf(t, p, "en"))
	p.rises(4, "dp-1", "dp-2")
	got := saidOf(t, p, "en")
	if len(got) != 1 || !strings.HasPrefix(got[0], "Filling: Dew point is ") || !strings.Contains(got[0], " °C higher than usual (") || !strings.HasSuffix(got[0], " min.") {
		t.Errorf("got %q", got)
	}
	rows, _, err := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-control","environment"]}`)
	if want := "site=de1 station=filling characteristic=dryroom_dewpoint kind=out-of-control rule=level"; err != nil || len(rows) != 1 || !strings.HasPrefix(rows[0], want) {
		t.Errorf("got %q %v, want one %s", rows, err, want)
	}
}

func TestAZoneBeyondItsSpecIsToldOnceAsThat(t *testing.T) {
	slowtest.ManyCells(t)
	p := dryRoom(t)
	p.rises(10, "dp-1", "dp-2")
	rows, _, err := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-control","environment"]}`)
	if err != nil || len(rows) != 1 || !strings.Contains(rows[0], "kind=environment") {
		t.Errorf("got %q %v, want one row of kind environment", rows, err)
	}
}

func TestAZoneThatWasToldAsDepartingStaysToldWhenItGoesBeyondItsSpec(t *testing.T) {
	slowtest.ManyCells(t)
	p := dryRoom(t)
	for ago := 5 * time.Minute; ago < 4*time.Hour; ago += 5 * time.Minute {
		by := 4.0
		if ago < 150*time.Minute {
			by = 10
		}
		p.reads("dp-1", ago, -46+daily(ago)+by)
		p.reads("dp-2", ago, -45+daily(ago)+by)
	}
	env := p.env()
	for _, of := range []struct {
		ago  time.Duration
		want []string
	}{
		{160 * time.Minute, []string{"out-of-control"}}, {135 * time.Minute, []string{"environment", "out-of-control"}}, {0, []string{"environment", "out-of-control"}},
	} {
		var got []string
		for labels := range evaluated(t, env, noon.Add(-of.ago), `,"kinds":["out-of-control","environment"]`) {
			_, kind, _ := strings.Cut(labels, " kind=")
			kind, _, _ = strings.Cut(kind, " ")
			got = append(got, kind)
		}
		slices.Sort(got)
		if !slices.Equal(got, of.want) {
			t.Errorf("%s before noon alerts are %q, want %q", of.ago, got, of.want)
		}
	}
}

func TestASensorThatDepartsAloneIsNamedAndOneThatStopsIsNot(t *testing.T) {
	slowtest.ManyCells(t)
	p := dryRoom(t)
	for _, sensor := range []string{"dp-3", "dp-4"} {
		for ago := 5 * time.Minute; ago < 9*24*time.Hour; ago += 5 * time.Minute {
			if sensor == "dp-3" || ago > 2*time.Hour {
				p.reads(sensor, ago, -44+daily(ago))
			}
		}
	}
	p.rises(4, "dp-1")
	got := saidOf(t, p, "en")
	if len(got) != 1 || !strings.HasPrefix(got[0], "dp-1: Dew point is ") {
		t.Errorf("got %q", got)
	}
}

func TestADryerZoneIsNoFaultAndAReadingThatCannotBeIsNone(t *testing.T) {
	slowtest.ManyCells(t)
	p := dryRoom(t)
	p.rises(-6, "dp-1", "dp-2")
	for minute := time.Duration(1); minute < 60; minute += 5 {
		p.reads("dp-1", minute*time.Minute, -400)
	}
	said(t, saidOf(t, p, "en"))
}

// sharedRoom is a dry room in which a second station stands, with limits of its own.
func sharedRoom(t testing.TB, soaking fields) *plant {
	p := dryRoom(t)
	p.station(2, "soaking", "cell", "dry-room", "filling", 0)
	p.characteristic(1, "soaking", "room_dewpoint", "Dew point", "celsius", 1, soaking)
	p.visitAt("soaking", "line-1", "soaker-01", "A1", noon.Add(-time.Minute), fields{})
	return p
}

func soakingDewPoint(usl float64) fields {
	return fields{"source": "environment", "quantity": "dew_point", "usl": usl, "target": -46.0, "plausible_lo": -90.0, "bad_direction": "high", "severity": "critical"}
}

// placesOf are the stations and kinds that rules get.
func placesOf(t *testing.T, env *query.Engine, to time.Time, kinds string) (out []string) {
	t.Helper()
	for labels := range evaluated(t, env, to, `,"kinds":[`+kinds+`]`) {
		place, kind := "", ""
		for _, word := range strings.Fields(labels) {
			if of, is := strings.CutPrefix(word, "station="); is {
				place = of
			}
			if of, is := strings.CutPrefix(word, "kind="); is {
				kind = of
			}
		}
		out = append(out, place+" "+kind)
	}
	slices.Sort(out)
	return out
}

func TestAZoneOfTwoStationsThatDepartsIsToldAtOneOfThem(t *testing.T) {
	p := sharedRoom(t, soakingDewPoint(-30))
	p.rises(4, "dp-1", "dp-2")
	if got := placesOf(t, p.env(), noon, `"out-of-control","environment"`); !slices.Equal(got, []string{"filling out-of-control"}) {
		t.Errorf("got %q", got)
	}
}

func TestAZoneOfTwoStationsBeyondTheSpecOfBothIsToldWhereItWasFirst(t *testing.T) {
	for usl, want := range map[float64]string{-38: "filling environment", -37: "filling environment"} {
		p := sharedRoom(t, soakingDewPoint(usl))
		p.name += strings.TrimPrefix(fmt.Sprint(usl), "-")
		p.rises(12, "dp-1", "dp-2")
		if got := placesOf(t, p.env(), noon, `"out-of-control","environment"`); !slices.Equal(got, []string{want}) {
			t.Errorf("beyond %v at soaking: got %q, want %q", usl, got, want)
		}
	}
	sooner := soakingDewPoint(-38)
	sooner["tolerate_s"] = 60.0
	p := sharedRoom(t, sooner)
	p.rises(12, "dp-1", "dp-2")
	if got := placesOf(t, p.env(), noon, `"environment"`); !slices.Equal(got, []string{"soaking environment"}) {
		t.Errorf("soaking tolerates it for a minute: got %q", got)
	}
}

func TestAZoneIsToldAtEachStationWhereOtherPeopleAreToBeTold(t *testing.T) {
	quality := soakingDewPoint(-38)
	quality["route"] = "quality"
	p := sharedRoom(t, quality)
	p.rises(12, "dp-1", "dp-2")
	if got := placesOf(t, p.env(), noon, `"environment"`); !slices.Equal(got, []string{"filling environment", "soaking environment"}) {
		t.Errorf("got %q", got)
	}
}

// otherwise are limits of a second station that are for other people, or graver.
func otherwise() map[string]fields {
	quality, graver := soakingDewPoint(-30), soakingDewPoint(-30)
	quality["route"], graver["severity"] = "quality", "safety"
	return map[string]fields{"quality": quality, "graver": graver}
}

func TestAZoneBeyondTheSpecOfOneStationHidesNotThatItDepartsFromOtherPeopleNorWhatIsGraver(t *testing.T) {
	for name, soaking := range otherwise() {
		p := sharedRoom(t, soaking)
		p.name += name
		p.rises(10, "dp-1", "dp-2")
		if got := placesOf(t, p.env(), noon, `"out-of-control","environment"`); !slices.Equal(got, []string{"filling environment", "soaking out-of-control"}) {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestAZoneThatNothingReadsIsToldToEachTeamAndByItsGravestStation(t *testing.T) {
	want := map[string][]string{"quality": {"filling silent", "soaking silent"}, "graver": {"soaking silent"}}
	for name, soaking := range otherwise() {
		p := sharedRoom(t, soaking)
		p.name += name
		env := p.env()
		later := noon.Add(2 * time.Hour)
		env.Now = func() time.Time { return later }
		if got := placesOf(t, env, later, `"silent"`); !slices.Equal(got, want[name]) {
			t.Errorf("%s: got %q, want %q", name, got, want[name])
		}
	}
}

func TestAZoneOfTwoStationsThatNothingReadsIsToldOnceAndShownAtTheStationThatIsAsked(t *testing.T) {
	p := sharedRoom(t, soakingDewPoint(-30))
	env := p.env()
	later := noon.Add(2 * time.Hour)
	env.Now = func() time.Time { return later }
	if got := placesOf(t, env, later, `"silent"`); !slices.Equal(got, []string{"filling silent"}) {
		t.Errorf("got %q", got)
	}
	run := &source.Run{Range: source.Range{From: later.Add(-time.Hour), To: later}}
	frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["silent"],"stations":["soaking"]}`))
	if err != nil || frames[0].Rows() != 1 || words(frames[0], "station") != "soaking" || words(frames[0], "rule") != "sensor" {
		t.Errorf("at soaking people see %v rows, %v", frames[0].Rows(), err)
	}
}
