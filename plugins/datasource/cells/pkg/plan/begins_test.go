package plan_test

import (
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

func TestWhatTakesEffectBetweenTwoMomentsIsThatOfAStationOrForAll(t *testing.T) {
	const head = "time:time! station:text characteristic:text product:text stratum:text\n"
	book := func(rows string) *plan.Book {
		parsed, err := tabletest.Parse("characteristic", head+rows)
		if err != nil {
			t.Fatal(err)
		}
		b, err := plan.NewBook(parsed)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	p := &plan.Plan{
		Stations: book(""), Limits: book(""), Settings: book("1970-01-01T00:00:50Z alarm:quality - * *"),
		Characteristics: book("1970-01-01T00:00:10Z filling fill_mass * *\n1970-01-01T00:00:30Z filling fill_mass * *"),
	}
	for _, c := range []struct {
		station  string
		from, to int64
		want     bool
	}{
		{"filling", 10, 29, false}, {"filling", 10, 30, true}, {"filling", 30, 49, false}, {"filling", 9, 10, true},
		{"eol", 0, 49, false}, {"eol", 49, 50, true}, {"filling", 50, 90, false},
	} {
		if got := p.Begins(c.station, c.from*1e9, c.to*1e9); got != c.want {
			t.Errorf("of %s in (%d, %d] s: %v, want %v", c.station, c.from, c.to, got, c.want)
		}
	}
}
