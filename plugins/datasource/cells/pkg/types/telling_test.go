package types_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func countOf(t *testing.T, env *query.Engine, raw string) (number *float64, text string) {
	t.Helper()
	return countIn(t, env, source.Range{From: noon.Add(-time.Hour), To: noon}, raw)
}

func countIn(t *testing.T, env *query.Engine, span source.Range, raw string) (number *float64, text string) {
	t.Helper()
	frames, err := env.Execute(t.Context(), &source.Run{Range: span}, "", []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	count, _ := frames[0].FieldByName("count")
	word, _ := frames[0].FieldByName("text")
	if len(frames) != 1 || frames[0].Rows() != 1 {
		t.Fatalf("%d frames, the first of %d rows; a count is one row", len(frames), frames[0].Rows())
	}
	return count.At(0).(*float64), word.At(0).(string)
}

func TestACountOfAnAnswerThatWasCutSaysMoreThan(t *testing.T) {
	p := smallLine(t)
	for i := range 30 {
		p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("C%d", i), noon.Add(-time.Duration(i+1)*time.Minute), fields{"fill_mass": 800.0})
	}
	env := p.env()
	if number, text := countOf(t, env, `{"queryType":"visits","station":"filling","count":true}`); number == nil || text != fmt.Sprint(*number) {
		t.Errorf("a whole answer counts %v, %q", number, text)
	}
	env.Budget.Rows = 10
	if number, text := countOf(t, env, `{"queryType":"visits","station":"filling","count":true}`); number != nil || text != "more than 10" {
		t.Errorf("a cut answer counts %v, %q; want no number and more than 10", number, text)
	}
}

func TestACountOfSignalsKnowsThoseThatTheListLeavesOut(t *testing.T) {
	p := smallLine(t)
	for i := range 620 {
		p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("F%d", i), noon.Add(-10*time.Minute+time.Duration(i)*time.Second/2), fields{"fill_mass": 804.1 + float64(i)/100})
	}
	if number, text := countOf(t, p.env(), `{"queryType":"signals","count":true,"stations":["filling"]}`); number == nil || text != "620" {
		t.Errorf("counts %v, %q; want 620", number, text)
	}
}

func TestACountWithoutAPlanIsNoZero(t *testing.T) {
	p := newPlant(t)
	p.visit("filling", "line-1", "filler-02", "A1", "03-10 11:59", fields{"fill_mass": 1.0})
	if number, text := countOf(t, p.env(), `{"queryType":"signals","count":true}`); number != nil || text != "no plan" {
		t.Errorf("counts %v, %q; want no number and no plan", number, text)
	}
}

func TestARangeBeforeThePlanBeganIsSearchedAtTheStationsItBeganWith(t *testing.T) {
	p := smallLine(t)
	last := time.Date(2025, 12, 9, 12, 0, 0, 0, time.UTC)
	p.visitAt("filling", "line-1", "filler-02", "A1", last.Add(-time.Minute), fields{"fill_mass": 820.0})
	for _, stations := range []string{"[]", `["filling"]`} {
		raw := `{"queryType":"signals","kinds":["out-of-spec"],"count":true,"stations":` + stations + `}`
		if _, text := countIn(t, p.env(), source.Range{From: last.Add(-time.Hour), To: last}, raw); text != "1" {
			t.Errorf("stations %s count %q; want the one cell out of spec", stations, text)
		}
		if number, text := countIn(t, p.env(), source.Range{From: last.Add(-48 * time.Hour), To: last.Add(-24 * time.Hour)}, raw); number != nil || text != "no visits" {
			t.Errorf("stations %s count %v, %q where nothing was; want no number and no visits", stations, number, text)
		}
	}
}
