package plan_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
)

func TestPersonalDataOfThePlanArePseudonymUntilItSaysOtherwiseAndOffForAWordItDoesNotKnow(t *testing.T) {
	settings := bookOf(t, "setting", `time:time! station:text value:text
2026-02-01T00:00:00Z personal_data clear
2026-03-01T00:00:00Z personal_data off
2026-03-01T00:00:00Z keep_free_text true
2026-04-01T00:00:00Z personal_data everything
2026-04-01T00:00:00Z keep_free_text false`)
	for day, want := range map[string]struct {
		mode     plan.PersonalData
		freeText bool
	}{
		"2026-01-15": {plan.PersonalDataPseudonym, true},
		"2026-02-15": {plan.PersonalDataClear, true},
		"2026-03-15": {plan.PersonalDataOff, true},
		"2026-04-15": {plan.PersonalDataOff, false},
	} {
		mode := plan.PersonalDataAt(settings, at(t, day))
		freeText := plan.FreeTextAt(settings, mode, at(t, day))
		if mode != want.mode || freeText != want.freeText {
			t.Errorf("%s: %s, free text %v", day, mode, freeText)
		}
	}
	if mode := plan.PersonalDataAt(nil, at(t, "2026-01-15")); mode != plan.PersonalDataPseudonym {
		t.Errorf("without settings: %s", mode)
	}
}

func TestASecondSwitchOnlyTightens(t *testing.T) {
	for _, c := range [][3]plan.PersonalData{
		{plan.PersonalDataClear, plan.PersonalDataOff, plan.PersonalDataOff}, {plan.PersonalDataOff, plan.PersonalDataClear, plan.PersonalDataOff},
		{plan.PersonalDataPseudonym, plan.PersonalDataClear, plan.PersonalDataPseudonym}, {plan.PersonalDataPseudonym, "", plan.PersonalDataPseudonym},
		{plan.PersonalDataClear, "", plan.PersonalDataClear},
	} {
		if got := c[0].Stricter(c[1]); got != c[2] {
			t.Errorf("%s with %q is %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
