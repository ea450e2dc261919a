package types_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
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
	p := dryRoom(t)
	p.rises(10, "dp-1", "dp-2")
	rows, _, err := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-control","environment"]}`)
	if err != nil || len(rows) != 1 || !strings.Contains(rows[0], "kind=environment") {
		t.Errorf("got %q %v, want one row of kind environment", rows, err)
	}
}

func TestAZoneThatWasToldAsDepartingStaysToldWhenItGoesBeyondItsSpec(t *testing.T) {
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
	p := dryRoom(t)
	p.rises(-6, "dp-1", "dp-2")
	for minute := time.Duration(1); minute < 60; minute += 5 {
		p.reads("dp-1", minute*time.Minute, -400)
	}
	said(t, saidOf(t, p, "en"))
}
