package types_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestAZoneThatIsBeyondItsSpecForLongerThanThePlanToleratesIsOneSignalWhateverItsSensors(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "dryroom_dewpoint", "Dew point", "celsius", 1, fields{
		"source": "environment", "quantity": "dew_point", "usl": -40.0, "target": -45.0, "tolerate_s": 600.0, "route": "maintenance",
	})
	read := func(sensor string, ago time.Duration, dewPoint float64) {
		p.environment("dry-room", sensor, noon.Add(-ago).Format("01-02 15:04:05"), fields{"dew_point": dewPoint})
	}
	for minute := time.Duration(1); minute <= 30; minute++ {
		read("dp-1", minute*time.Minute, -45)
		read("dp-2", minute*time.Minute, -44)
	}
	read("dp-1", 90*time.Second, -10) // a door
	if got := toldOf(t, p, "environment", time.Minute); len(got) != 0 {
		t.Errorf("a door was opened: got %v", got)
	}
	for _, sensor := range []string{"dp-1", "dp-2"} {
		for second := time.Duration(5); second <= 605; second += 10 {
			read(sensor, second*time.Second, -38)
		}
	}
	p.environment("dry-room", "dp-1", "03-10 11:59:58", fields{"dew_point": -41.0})
	if got := toldOf(t, p, "environment", time.Minute); len(got) != 0 {
		t.Errorf("readings of every minute lie inside between: got %v", got)
	}
	for minute := time.Duration(1); minute <= 30; minute++ {
		read("dp-2", minute*time.Minute, -38)
	}
	if got := toldOf(t, p, "environment", time.Minute); len(got) != 1 || got["dryroom_dewpoint zone"] != 0.2 {
		t.Errorf("dp-2 reads 2 °C beyond, a fifth of twice the 5 °C from target to limit: got %v", got)
	}
}

// wetRoom has one sensor that has read beyond the spec every minute from 06:00 on, and was read last at a time of the day.
func wetRoom(t *testing.T, last string) *plant {
	p := newPlant(t)
	p.name += last[:2] + last[3:]
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "dryroom_dewpoint", "Dew point", "celsius", 1, fields{
		"source": "environment", "quantity": "dew_point", "usl": -40.0, "target": -45.0, "tolerate_s": 600.0, "route": "maintenance",
	})
	for when := at("03-09 20:00"); !when.After(at("03-10 " + last)); when = when.Add(time.Minute) {
		dewPoint := -45.0
		if !when.Before(at("03-10 06:00")) {
			dewPoint = -20
		}
		p.environment("dry-room", "dp-1", when.Format("01-02 15:04:05"), fields{"dew_point": dewPoint})
	}
	return p
}

// airAt is what an alert rule gets of a kind at a moment of the day: a number by rule.
func airAt(t *testing.T, p *plant, kind, when, value string) map[string]float64 {
	t.Helper()
	run := &source.Run{Range: source.Range{From: at("03-10 " + when).Add(-15 * time.Minute), To: at("03-10 " + when)}, Alerting: true}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":["`+kind+`"],"value":"`+value+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	numbers, _ := frames[0].FieldByName("value")
	rules, _ := frames[0].FieldByName("rule")
	characteristics, _ := frames[0].FieldByName("characteristic")
	out := map[string]float64{}
	for row := range rules.Len() {
		out[strings.TrimSpace(rules.At(row).(string)+" "+characteristics.At(row).(string))], _ = numbers.FloatAt(row)
	}
	return out
}

func TestAZoneBeyondItsSpecSaysForHowLongHoweverLongItLasts(t *testing.T) {
	p := wetRoom(t, "12:00")
	for when, hours := range map[string]float64{"06:30": 0.5, "07:00": 1, "10:30": 4.5, "12:00": 6} {
		if got := airAt(t, p, "environment", when, "since"); len(got) != 1 || got["zone dryroom_dewpoint"] != hours*3600 {
			t.Errorf("at %s: got %v, want %v hours", when, got, hours)
		}
	}
}

func TestASensorThatDiesEndsNoSignalOfItsZoneAndIsToldItself(t *testing.T) {
	p := wetRoom(t, "10:30")
	for when, unread := range map[string]float64{"11:25": 0, "11:31": 61 * 60, "12:00": 90 * 60} {
		if got := airAt(t, p, "environment", when, ""); len(got) != 1 || got["zone dryroom_dewpoint"] != 2 {
			t.Errorf("at %s: got %v, want the zone two widths beyond as it was", when, got)
		}
		if got := airAt(t, p, "silent", when, "since"); got["sensor dryroom_dewpoint"] != unread || len(got) != min(1, int(unread)) {
			t.Errorf("at %s: silent is %v, want the sensor for %v s", when, got, unread)
		}
	}
	for when := at("03-10 10:45"); when.Before(noon); when = when.Add(time.Minute) {
		p.environment("dry-room", "dp-2", when.Format("01-02 15:04:05"), fields{"dew_point": -45.0})
	}
	if got, silent := airAt(t, p, "environment", "11:31", ""), airAt(t, p, "silent", "11:31", ""); len(got)+len(silent) != 0 {
		t.Errorf("another sensor took its place: got %v and %v", got, silent)
	}
}

func TestAZoneWhoseSensorsAllDieIsOneSignalWhateverTheyRead(t *testing.T) {
	p := wetRoom(t, "10:30")
	p.characteristic(2, "filling", "dryroom_temperature", "Temperature", "celsius", 1, fields{"source": "environment", "quantity": "temperature", "usl": 25.0})
	p.environment("dry-room", "dp-1", "03-10 10:30", fields{"temperature": 22.0})
	if got := airAt(t, p, "silent", "12:00", "since"); len(got) != 1 || got["sensor"] != 90*60 {
		t.Errorf("got %v, want one row for an hour and a half", got)
	}
}

func TestAZoneWhoseSensorsAllDieIsOneSignalForEachTeamAsGraveAsTheGravest(t *testing.T) {
	p := wetRoom(t, "10:30")
	for quantity, of := range map[string]fields{
		"temperature": {"usl": 25.0, "severity": "critical"}, "humidity": {"usl": 1.0, "route": "quality", "severity": "info"},
	} {
		of["source"], of["quantity"] = "environment", quantity
		p.characteristic(2, "filling", "dryroom_"+quantity, quantity, "none", 1, of)
		p.environment("dry-room", "dp-1", "03-10 10:30", fields{quantity: 0.5})
	}
	var got []string
	for labels := range evaluated(t, p.env(), noon, `,"kinds":["silent"]`) {
		var told []string
		for _, name := range []string{"characteristic", "route", "severity"} {
			_, value, _ := strings.Cut(labels, name+"=")
			value, _, _ = strings.Cut(value, " ")
			told = append(told, value)
		}
		got = append(got, strings.Join(told, " "))
	}
	slices.Sort(got)
	if want := []string{" maintenance critical", "dryroom_humidity quality info"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestADeadSensorThatWasToldStaysToldWhenTheLastOneOfItsZoneDiesToo(t *testing.T) {
	p := wetRoom(t, "10:00")
	p.characteristic(2, "filling", "dryroom_temperature", "Temperature", "celsius", 1, fields{"source": "environment", "quantity": "temperature", "usl": 25.0})
	for when := at("03-10 09:00"); !when.After(at("03-10 10:20")); when = when.Add(time.Minute) {
		p.environment("dry-room", "dp-1", when.Format("01-02 15:04:05"), fields{"temperature": 22.0})
	}
	for when, want := range map[string]map[string]float64{
		"10:59": {}, "11:10": {"sensor dryroom_dewpoint": 70 * 60}, "11:30": {"sensor dryroom_dewpoint": 90 * 60, "sensor": 70 * 60},
	} {
		if got := airAt(t, p, "silent", when, "since"); !maps.Equal(got, want) {
			t.Errorf("at %s: got %v, want %v", when, got, want)
		}
	}
}

func TestWhatADeadSensorSaidStandsForADayBesideSensorsThatLive(t *testing.T) {
	p := wetRoom(t, "06:30")
	for when := at("03-09 20:00"); when.Before(noon); when = when.Add(5 * time.Minute) {
		p.environment("dry-room", "dp-2", when.Format("01-02 15:04:05"), fields{"dew_point": -45.0})
	}
	if got := airAt(t, p, "environment", "12:00", ""); len(got) != 1 {
		t.Errorf("the sensor beside it never read the air that was wet: got %v", got)
	}
	for when := noon; when.Before(at("03-11 07:00")); when = when.Add(5 * time.Minute) {
		p.environment("dry-room", "dp-2", when.Format("01-02 15:04:05"), fields{"dew_point": -45.0})
	}
	env := p.env()
	env.Now = func() time.Time { return at("03-11 07:00") }
	run := &source.Run{Range: source.Range{From: at("03-11 06:45"), To: at("03-11 07:00")}, Alerting: true}
	frames, err := env.Execute(t.Context(), run, "signals", []byte(`{"kinds":["environment","silent"]}`))
	if err != nil || frames[0].Rows() != 0 {
		t.Errorf("a day later: %v rows, %v", frames[0].Rows(), err)
	}
}

func TestAQuantityOfAZoneThatNoSensorReadsIsShownToPeopleWhereOthersAreRead(t *testing.T) {
	p := wetRoom(t, "12:00")
	p.characteristic(2, "filling", "dryroom_humidity", "Humidity", "humidity", 1, fields{"source": "environment", "quantity": "humidity", "usl": 1.0})
	env := p.env()
	rows, _, err := askSignals(t, env, time.Hour, `{"kinds":["silent"]}`)
	if err != nil || len(rows) != 1 || !strings.Contains(rows[0], "characteristic=dryroom_humidity") || !strings.Contains(rows[0], "rule=never") {
		t.Errorf("people see %q, %v", rows, err)
	}
	if got := airAt(t, p, "silent", "12:00", ""); len(got) != 0 {
		t.Errorf("an alert rule gets %v", got)
	}
}
