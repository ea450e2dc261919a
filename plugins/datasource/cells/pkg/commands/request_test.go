package commands_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

func TestWhatBecameOfARequestIsToldByWhatTheLineSaid(t *testing.T) {
	request := record.Event{ID: "R-1", Kind: "pause", ReceivedMs: 1000, ExpiresMs: 11_000}
	asked := commands.Requested(request, 2000)
	said := func(disposition string) record.Event {
		return record.Event{ID: "ack", Kind: "command-ack", Reference: asked.ID, Disposition: disposition, Text: "stands"}
	}
	for want, c := range map[commands.RequestState]struct {
		about []record.Event
		ms    int64
	}{
		commands.Waiting:    {nil, 2000},
		commands.NotAsked:   {nil, 20_000},
		commands.Asked:      {[]record.Event{asked}, 12_000},
		commands.Unanswered: {[]record.Event{asked}, 20_000},
		commands.Done:       {[]record.Event{said("pause"), asked}, 20_000},
		commands.Refused:    {[]record.Event{asked, said("")}, 3000},
	} {
		if got := commands.AnswerTo(request, c.about, c.ms); got.State != want || got.ExpiresMs != 11_000 {
			t.Errorf("%+v, want %s", got, want)
		}
	}
}

func TestARequestIsForSecondsAtMost(t *testing.T) {
	for _, c := range []struct {
		expires, now int64
		late         bool
	}{{0, 1000, true}, {11_000, 10_999, false}, {11_000, 11_000, true}, {31_000, 2000, false}, {31_001, 2000, true}} {
		if why := commands.TooLate(record.Event{ReceivedMs: 1000, ExpiresMs: c.expires}, c.now); (why != "") != c.late {
			t.Errorf("until %d, at %d: %q", c.expires, c.now, why)
		}
	}
}
