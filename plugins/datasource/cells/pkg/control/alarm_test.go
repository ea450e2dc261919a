package control_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
)

func setting(name, value string) pushed.Row {
	return pushed.Row{Measurement: "setting", Tags: map[string]string{"name": name}, Fields: map[string]any{"value": value}}
}

func planOf(t *testing.T, rows ...pushed.Row) *plan.Plan {
	t.Helper()
	p, err := pushed.Plan(rows)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTheAlarmOfARouteIsWhatThePlanSays(t *testing.T) {
	p := planOf(t, setting("alarm:quality", `{"lambda":0.1,"width":4.5,"shewhart":4.7,"tail":1e-7}`))
	if got, want := control.AlarmOf(p, "quality", 1), (monitor.Alarm{Lambda: 0.1, Width: 4.5, Shewhart: 4.7, Tail: 1e-7}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestARouteWithoutAnAlarmThatCanBeHasTheUsualOne(t *testing.T) {
	want := monitor.Alarm{Lambda: 0.2, Width: 4, Shewhart: 4.2, Tail: 1e-6}
	for _, value := range []string{"", "none", `{"lambda":2,"width":4,"shewhart":4,"tail":1e-6}`, `{"lambda":0.2,"width":4}`} {
		if got := control.AlarmOf(planOf(t, setting("alarm:quality", value)), "quality", 1); got != want {
			t.Errorf("%q: got %+v, want %+v", value, got, want)
		}
	}
	if got := control.AlarmOf(planOf(t), "quality", 1); got != want {
		t.Errorf("a plan without settings: got %+v, want %+v", got, want)
	}
}
