package types_test

import (
	"slices"
	"testing"
	"time"
)

// beat stores how a task of a keeper fares that was started and looked so long before noon.
func (p *plant) beat(keeper, task string, started, looked time.Duration, more fields) {
	f := fields{"started_ms": noon.Add(-started).UnixMilli(), "looked_ms": noon.Add(-looked).UnixMilli(), "late_s": 60.0, "behind_s": 0.0, "error": "", "version": "1"}
	for name, v := range more {
		f[name] = v
	}
	at := noon.Add(-looked)
	if f["looked_ms"] == int64(0) {
		at = noon.Add(-started)
	}
	p.row("record", "keeper,keeper="+keeper+",task="+task, f, at.Truncate(24*time.Hour).UnixNano())
}

func TestAKeeperThatDoesNotLookOrIsBehindIsToldUntilOneDoesItsTaskInTime(t *testing.T) {
	const day = 24 * time.Hour
	never := fields{"looked_ms": int64(0)}
	for name, c := range map[string]struct {
		given func(p *plant)
		want  []string
	}{
		"none ever ran": {func(*plant) {}, nil},
		"one that looks": {func(p *plant) {
			p.beat("keeper", "hold", day, 40*time.Second, nil)
			p.beat("keeper", "command", day, 60*time.Second, nil)
		}, nil},
		"one that stands still": {func(p *plant) {
			p.beat("keeper", "hold", day, 3*time.Minute, nil)
		}, []string{"keeper hold: Keeper not up to date, it does not look, for 3 min."}},
		"one that stands still since days ago": {func(p *plant) {
			p.beat("keeper", "hold", 40*day, 3*day, nil)
		}, []string{"keeper hold: Keeper not up to date, it does not look, for 3 d 0 h."}},
		"one of its tasks fails": {func(p *plant) {
			p.beat("keeper", "hold", day, 5*time.Second, nil)
			p.beat("keeper", "command", day, 7*time.Minute, fields{"error": "the broker is away"})
		}, []string{"keeper command: Keeper not up to date, it does not look, for 7 min."}},
		"a task may be slow": {func(p *plant) {
			p.beat("keeper", "hold-compared", day, 3*time.Minute, fields{"late_s": 180.0})
		}, nil},
		"one that never looked since it was started": {func(p *plant) {
			p.beat("keeper", "hold", 50*time.Second, 0, never)
			p.beat("other", "command", 2*time.Minute, 0, never)
		}, []string{"keeper command: Keeper not up to date, it does not look, for 2 min."}},
		"a task that it was started without is none": {func(p *plant) {
			p.beat("keeper", "hold", time.Hour, 5*time.Second, nil)
			p.beat("keeper", "command", 2*day, 2*time.Hour, nil)
		}, nil},
		"another one does it in time": {func(p *plant) {
			p.beat("keeper", "hold", day, 5*time.Second, nil)
			p.beat("second", "hold", day, time.Hour, nil)
			p.beat("third", "hold", day, 5*time.Second, fields{"behind_s": 900.0})
		}, nil},
		"of several that stand still the last to look is told": {func(p *plant) {
			p.beat("keeper", "hold", day, 2*time.Hour, nil)
			p.beat("second", "hold", day, 10*time.Minute, nil)
		}, []string{"keeper hold: Keeper not up to date, it does not look, for 10 min."}},
		"one that looks and is behind": {func(p *plant) {
			p.beat("keeper", "hold", day, 5*time.Second, fields{"behind_s": 900.0})
			p.beat("second", "hold", day, time.Hour, nil)
		}, []string{"keeper hold: Keeper not up to date, it has not seen all that was stored, for 15 min."}},
		"one that was just started may be behind": {func(p *plant) {
			p.beat("keeper", "hold", 9*time.Minute, 5*time.Second, fields{"behind_s": 86_000.0})
		}, nil},
		"a row of which not all is stored yet says nothing": {func(p *plant) {
			p.row("record", "keeper,keeper=keeper,task=hold", fields{"started_ms": noon.Add(-day).UnixMilli()}, noon.Truncate(day).UnixNano())
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := smallLine(t)
			c.given(p)
			if got := p.said(`"kinds":["keeper"]`); !slices.Equal(got, c.want) {
				t.Errorf("it says %q, want %q", got, c.want)
			}
		})
	}
}
