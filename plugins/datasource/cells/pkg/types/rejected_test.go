package types_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func TestInputsThatAFloodOnlyCountedAreRejectedInputsToo(t *testing.T) {
	p := smallLine(t)
	kept := fields{"topic": "umh/v1/x", "payload": "{", "detail": "…"}
	p.row("rejected", "rejected,site=de1,reason=not-json", kept, noon.Add(-time.Minute).UnixNano())
	p.row("rejected", "rejected,site=de1,reason=not-json", kept, noon.Add(-time.Minute).UnixNano()+1)
	counted := fields{"payload": "", "detail": "…", "messages": int64(40), "bytes": int64(60_000)}
	p.row("rejected", "rejected,site=de1,reason=not-json", counted, noon.Add(-time.Minute).UnixNano()-1)
	p.row("rejected", "rejected,site=de1,reason=station", counted, noon.Add(-time.Minute).UnixNano())
	run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":["rejected"]}`))
	if err != nil {
		t.Fatal(err)
	}
	value, _ := frames[0].FieldByName("value")
	rule, _ := frames[0].FieldByName("rule")
	got := map[any]float64{}
	for row := range frames[0].Rows() {
		got[rule.At(row)], _ = value.FloatAt(row)
	}
	if len(got) != 2 || got["not-json"] != 42 || got["station"] != 40 {
		t.Errorf("rejected inputs by reason are %v, want 42 not-json and 40 station", got)
	}
}

func TestRejectedInputsAreOneSignalASenderThatTheTopicNamesAndOfManySendersTheRestIsOne(t *testing.T) {
	p := smallLine(t)
	reject := func(topic string, inputs int) {
		for range inputs {
			p.row("rejected", "rejected,site=de1,reason=not-json", fields{"topic": topic, "payload": "{"}, noon.Add(-time.Minute).UnixNano()+int64(len(p.lines["rejected"])))
		}
	}
	reject("umh/v1/acme/de1/assembly/line-1/filler-02/_cellresult/filling", 3)
	reject("umh/v1/acme/de1/assembly/line-1/filler-02/_state/equipment", 2)
	reject("somewhere/else/of/another/kind/of/sender", 4)
	if got := toldOf(t, p, "rejected", 15*time.Minute); len(got) != 2 || got["filler-02 not-json"] != 5 || got["not-json"] != 4 {
		t.Errorf("got %v", got)
	}
	for i := range 60 {
		reject(fmt.Sprintf("umh/v1/acme/de1/assembly/line-1/invented-%d/_cellresult/filling", i), 1)
	}
	if got := toldOf(t, p, "rejected", 15*time.Minute); len(got) != 21 || got["filler-02 not-json"] != 5 || got["not-json"] != 4+60-19 {
		t.Errorf("of 61 senders 20 are told apart; got %v", got)
	}
}
