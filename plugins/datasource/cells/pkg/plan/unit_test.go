package plan_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

func TestEveryUnitOfAPlanIsWrittenAndNoneByItsID(t *testing.T) {
	for unit, want := range map[string]string{
		"masskg": "kg", "celsius": "°C", "none": "", "percentunit": "×\u00a0100\u00a0%", "m": "min", "bool_yes_no": "",
		"suffix:mΩ": "mΩ", "prefix:≥": "≥", "si:F": "F", "time:HH:mm": "ms", "bool:yes/no": "",
	} {
		if got := plan.UnitWritten(unit); got != want {
			t.Errorf("%s is written %q, want %q", unit, got, want)
		}
	}
}
