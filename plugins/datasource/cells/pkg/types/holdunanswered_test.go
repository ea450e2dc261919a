package types_test

import (
	"slices"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// commanded stores a command that was to be sent first so long before noon.
func (p *plant) commanded(number, targetType, target, state string, ago time.Duration, more fields) {
	f := fields{"event_id": "command-" + target + "-" + number, "reference": number, "disposition": state, "station": "filling", "equipment": "filler-02",
		"received_ms": noon.Add(-ago).UnixMilli()}
	for name, v := range more {
		f[name] = v
	}
	p.event("command", targetType, target, noon.Add(-ago).Format("01-02 15:04:05"), f)
}

// acknowledged stores what a machine answered, by its clock and by the server's.
func (p *plant) acknowledged(number, target string, ago, storedAgo time.Duration) {
	p.event("command-ack", "cell", target, noon.Add(-ago).Format("01-02 15:04:05"), fields{
		"event_id": "ack-" + target + "-" + number, "reference": "command-" + target + "-" + number, "received_ms": noon.Add(-storedAgo).UnixMilli(),
	})
}

func TestALineThatDoesNotAcknowledgeIsToldByMachineUntilItDoes(t *testing.T) {
	const day = 24 * time.Hour
	const cells = "Filler 2: the line did not acknowledge that "
	for name, c := range map[string]struct {
		given func(p *plant)
		want  []string
	}{
		"nothing was ever told": {func(*plant) {}, nil},
		"the line has ten minutes": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 10*time.Minute-time.Second, nil)
		}, nil},
		"ten minutes are over": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 10*time.Minute, nil)
		}, []string{cells + "1 cell is held, for 10 min."}},
		"several of a machine are one": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, nil)
			p.commanded("1", "cell", "C2", "hold", 25*time.Minute, nil)
			p.commanded("4", "cell", "C3", "scrap", 12*time.Minute, nil)
		}, []string{cells + "3 cells are held, for 25 min."}},
		"what waits for a decision is told beside": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, nil)
			p.commanded("2", "cell", "C2", "release", 25*time.Minute, nil)
		}, []string{cells + "1 cell is held, for 20 min.", "Filler 2: the line did not acknowledge what was decided about 1 cell, for 25 min."}},
		"one that is acknowledged, by a clock that is hours off": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, nil)
			p.commanded("1", "cell", "C2", "hold", 20*time.Minute, nil)
			p.acknowledged("1", "C1", 5*time.Hour, 19*time.Minute)
			p.commanded("1", "cell", "C3", "hold", 20*time.Minute, nil)
			p.acknowledged("1", "C3", -2*time.Hour, time.Minute)
		}, []string{cells + "1 cell is held, for 20 min."}},
		"an acknowledgement of another number is none": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 40*time.Minute, nil)
			p.acknowledged("1", "C1", 39*time.Minute, 39*time.Minute)
			p.commanded("3", "cell", "C1", "hold", 20*time.Minute, nil)
		}, []string{cells + "1 cell is held, for 20 min."}},
		"one that is superseded is over": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, nil)
			p.commanded("3", "cell", "C1", "release", 5*time.Minute, nil)
		}, nil},
		"after a day it is over": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", day+time.Second, nil)
			p.commanded("1", "cell", "C2", "hold", day-time.Second, nil)
		}, []string{cells + "1 cell is held, for 23 h 59 min."}},
		"what is no cell is not called one": {func(p *plant) {
			p.commanded("1", "lot", "L1", "hold", 20*time.Minute, nil)
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, nil)
		}, []string{cells + "2 items are held, for 20 min."}},
		"a machine of the station, where the event names none": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, fields{"equipment": ""})
		}, []string{"filler-01: the line did not acknowledge that 1 cell is held, for 20 min."}},
		"one that no machine of the plan could be told": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, fields{"equipment": "gone-01", "station": "gone"})
		}, []string{"gone-01: the line did not acknowledge that 1 item is held, for 20 min."}},
		"what is stored after the moment that is asked of tells nothing of it": {func(p *plant) {
			p.commanded("1", "cell", "C1", "hold", 20*time.Minute, nil)
			p.acknowledged("1", "C1", -time.Minute, -time.Minute)
		}, []string{cells + "1 cell is held, for 20 min."}},
	} {
		t.Run(name, func(t *testing.T) {
			p := smallLine(t)
			p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
			p.planned("setting,name=equipment:de1", fields{"value": `[{"id":"filler-01","station":"filling","line":"line-1"},{"id":"filler-02","name":"Filler 2","station":"filling","line":"line-1"}]`})
			c.given(p)
			if got := p.said(`"kinds":["hold-unanswered"]`); !slices.Equal(got, c.want) {
				t.Errorf("it says %q, want %q", got, c.want)
			}
			if got := p.said(`"kinds":["hold-unanswered"],"stations":["formation"]`); len(got) > 0 {
				t.Errorf("of another station it says %q", got)
			}
		})
	}
}

// said are the sentences of what is wrong at noon, sorted.
func (p *plant) said(asked string) (out []string) {
	p.t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}
	frames, err := p.env().Execute(p.t.Context(), run, "signals", []byte(`{`+asked+`,"include":["evidence"]}`))
	if err != nil {
		p.t.Fatal(err)
	}
	sentence, _ := frames[0].FieldByName("sentence")
	for row := range sentence.Len() {
		out = append(out, sentence.At(row).(string))
	}
	slices.Sort(out)
	return out
}
