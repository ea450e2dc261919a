package types_test

import (
	"testing"
)

func TestAHoldOfTheFormerIDAnswersForItsPassAndForNoLaterOne(t *testing.T) {
	p := smallLine(t)
	first, second := at("03-09 10:00"), at("03-09 11:00")
	p.event("hold", "cell", "A1", "03-09 10:00:05", fields{"event_id": "hold-old", "hold_id": "hold-old", "source": "cellthread"})
	p.event("hold", "cell", "A1", "03-09 10:30", fields{"event_id": "hold-new-1", "hold_id": "hold-new-1", "former_id": "hold-old", "pass_ms": first.UnixMilli(), "source": "cellthread"})
	p.event("hold", "cell", "A1", "03-09 11:00:05", fields{"event_id": "hold-new-2", "hold_id": "hold-new-2", "former_id": "hold-old", "pass_ms": second.UnixMilli(), "source": "cellthread"})
	env := p.env()
	for name, query := range map[string]string{
		"traveler": `{"queryType":"traveler","cellId":"A1","parts":["events"]}`,
		"events":   `{"queryType":"events","kinds":["hold"],"targets":["A1"],"filters":[{"key":"source","operator":"=","value":"cellthread"}]}`,
	} {
		frame := ask(t, env, query)[0]
		holds := map[string]int{}
		f, _ := frame.FieldByName("hold_id")
		for row := range frame.Rows() {
			if v, ok := f.ConcreteAt(row); ok {
				holds[v.(string)]++
			}
		}
		if holds["hold-old"] != 1 || holds["hold-new-1"] != 0 || holds["hold-new-2"] != 1 {
			t.Errorf("%s lists %v; want the old hold for its pass and the new one for the later pass", name, holds)
		}
	}
}
