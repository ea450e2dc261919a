package control_test

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

func TestAZoneIsBeyondItsSpecOnceItWasForLongerThanIsToleratedAndOverOnceItWasInsideAsLong(t *testing.T) {
	usl, target, hi := -40.0, -45.0, 40.0
	for what, of := range map[string]struct {
		readings []float64 // one a minute
		on       bool
		since    int // minute
		worst    float64
	}{
		"inside":                     {readings: []float64{-45, -44, -46, -45, -44, -45, -43}},
		"a door for a minute":        {readings: []float64{-45, -20, -45, -45, -45, -45, -45}},
		"four minutes":               {readings: []float64{-45, -39, -39, -39, -39, -39, -45}},
		"five minutes":               {readings: []float64{-45, -39, -38, -39, -39, -39, -39}, on: true, since: 1, worst: 0.2},
		"a reading inside":           {readings: []float64{-39, -39, -39, -39, -39, -39, -45, -45}, on: true, worst: 0.1},
		"flapping after it":          {readings: []float64{-39, -39, -39, -39, -39, -39, -45, -39, -45, -45, -39, -45}, on: true, worst: 0.1},
		"five minutes inside":        {readings: []float64{-39, -39, -39, -39, -39, -39, -45, -45, -45, -45, -45, -45}, worst: 0.1},
		"a broken sensor":            {readings: []float64{-45, 999, 999, 999, 999, 999, 999}},
		"a limit is inside":          {readings: []float64{-40, -40, -40, -40, -40, -40, -40}},
		"flapping that never lasted": {readings: []float64{-39, -45, -39, -45, -39, -45, -39, -45}},
	} {
		s := control.NewSustained(spc.Spec{Target: &target, USL: &usl}, spc.Gauge{Hi: &hi}, int64(5*time.Minute))
		for minute, value := range of.readings {
			s.Read(int64(minute+1)*int64(time.Minute), value)
		}
		if s.On != of.on || s.On && (s.Since != int64(of.since+1)*int64(time.Minute) || s.Worst != of.worst) {
			t.Errorf("%s: on %v since %v, %v widths at worst", what, s.On, time.Duration(s.Since), s.Worst)
		}
	}
}
