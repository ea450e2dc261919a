package plan_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

func TestOnlyATextIsStoredAsTextAndAnOlderRowIsOneOfNumbers(t *testing.T) {
	book := bookOf(t, "characteristic", `time:time! station:text characteristic:text type:text
2026-01-01T00:00:00Z filling mass number
2026-01-01T00:00:00Z filling drops count
2026-01-01T00:00:00Z filling closed boolean
2026-01-01T00:00:00Z filling seal_code text
2026-01-01T00:00:00Z filling older -`)
	for id, want := range map[string]plan.ValueType{
		"mass": plan.TypeNumber, "drops": plan.TypeCount, "closed": plan.TypeBoolean, "seal_code": plan.TypeText,
		"older": plan.TypeNumber, "unplanned": plan.TypeNumber,
	} {
		kind := table.Float
		if want == plan.TypeText {
			kind = table.Text
		}
		got := book.At("filling", id, plan.Scope{}, at(t, "2026-02-01")).ValueType()
		if got != want || got.Kind() != kind {
			t.Errorf("%s is a %s in a column of kind %v, want a %s in %v", id, got, got.Kind(), want, kind)
		}
	}
}

func TestAStationCountsPassesOnlyWhereThePlanSaysSo(t *testing.T) {
	book := bookOf(t, "station", `time:time! station:text retest_count:bool
2026-01-01T00:00:00Z rig true
2026-01-01T00:00:00Z press false
2026-01-01T00:00:00Z older -`)
	for id, want := range map[string]bool{"rig": true, "press": false, "older": false, "unplanned": false} {
		if got := book.At(id, "", plan.Scope{}, at(t, "2026-02-01")).CountsPasses(); got != want {
			t.Errorf("%s counts passes: %v", id, got)
		}
	}
}

func bookOf(t *testing.T, name, rows string) *plan.Book {
	t.Helper()
	parsed, err := tabletest.Parse(name, rows)
	if err != nil {
		t.Fatal(err)
	}
	book, err := plan.NewBook(parsed)
	if err != nil {
		t.Fatal(err)
	}
	return book
}
