package control

import (
	"encoding/json"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

// usualAlarm holds where the plan was pushed without limits of alarms: both limits together have an ARL₀ of about 13 000.
var usualAlarm = monitor.Alarm{Lambda: 0.2, Width: 4, Shewhart: 4.2, Tail: 1e-6}

// AlarmOf is how far a stream may depart before people of a route are told, as the plan's alarm budget allows at a moment.
func AlarmOf(p *plan.Plan, route string, ns int64) monitor.Alarm {
	var stated struct{ Lambda, Width, Shewhart, Tail float64 }
	if json.Unmarshal([]byte(p.Setting(alarmSetting+route, ns)), &stated) != nil {
		return usualAlarm
	}
	a := monitor.Alarm(stated)
	if !(a.Lambda > 0 && a.Lambda <= 1 && a.Width > 0 && a.Shewhart > 0 && a.Tail > 0 && a.Tail < 1) {
		return usualAlarm
	}
	return a
}

const alarmSetting = "alarm:"
