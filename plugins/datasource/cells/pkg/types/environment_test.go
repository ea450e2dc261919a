package types_test

import (
	"testing"
	"time"
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
