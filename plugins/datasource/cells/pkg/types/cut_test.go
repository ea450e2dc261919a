package types_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// manyFilled are more cells than may be read, the newest of them bad.
func manyFilled(t *testing.T) *query.Engine {
	p := passLine(t, false)
	for i := range 60 {
		mass := 800.0
		if i == 59 {
			mass = 702
		}
		p.visitAt("filling", "line-1", "filler-01", fmt.Sprintf("C%d", i), noon.Add(time.Duration(i-100)*time.Second), fields{"fill_mass": mass})
	}
	env := p.env()
	env.Budget.Rows = 50
	return env
}

func TestWhatAnAlertAsksIsNeverCutInSilence(t *testing.T) {
	env := manyFilled(t)
	for _, asked := range []string{
		`{"queryType":"signals","stations":["filling"]}`,
		`{"queryType":"signals","stations":["filling"],"state":"open"}`,
		`{"queryType":"signals","stations":["filling"],"kinds":["conflicting"]}`,
		`{"queryType":"yield","stations":["filling"]}`,
		`{"queryType":"yield","stations":["filling"],"failures":true}`,
	} {
		run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}
		frames, err := env.Execute(t.Context(), run, "", []byte(asked))
		var user *source.UserError
		if !errors.As(err, &user) || !strings.Contains(user.Message, "more than 50 rows") {
			t.Errorf("%s answered %v, %v; want an error that names the limit", asked, frames, err)
		}
	}
}

func TestOpenHoldsAreNeverCutInSilence(t *testing.T) {
	p := passLine(t, false)
	for i := range 60 {
		p.event("hold", "cell", fmt.Sprintf("C%d", i), "03-09 08:00", fields{"hold_id": fmt.Sprintf("H-%d", i)})
	}
	env := p.env()
	env.Budget.Rows = 50
	run := &source.Run{Range: source.Range{From: at("03-09 00:00"), To: at("03-10 00:00")}}
	_, err := env.Execute(t.Context(), run, "", []byte(`{"queryType":"events","state":"open"}`))
	if err == nil || !strings.Contains(err.Error(), "more than 50 rows") {
		t.Errorf("the answer is %v", err)
	}
}

func TestACutChartSaysThatItLacksTheNewest(t *testing.T) {
	run := &source.Run{Range: source.Range{From: noon.Add(-15 * time.Minute), To: noon}}
	frames, err := manyFilled(t).Execute(t.Context(), run, "", []byte(`{"queryType":"visits","station":"filling"}`))
	if err != nil || frames[0].Rows() != 50 || !strings.Contains(fmt.Sprint(frames[0].Meta.Notices), "the newest are cut") {
		t.Errorf("%v, notices %v", err, frames[0].Meta.Notices)
	}
}

func TestMoreSeriesThanAnAnswerBearsAreRefused(t *testing.T) {
	p := reworkedLine(t)
	for i := range 501 {
		p.visitAt("filling", "line-1", "filler-02", fmt.Sprintf("S%d", i), at("03-09 08:00"), fields{"fill_mass": 800.0, "position": fmt.Sprintf("nozzle-%d", i)})
	}
	run := &source.Run{Range: source.Range{From: at("03-09 00:00"), To: at("03-10 00:00")}}
	_, err := p.env().Execute(t.Context(), run, "", []byte(`{"queryType":"yield","stations":["filling"],"by":["position"],"bucket":"day"}`))
	if err == nil || !strings.Contains(err.Error(), "more than 500") {
		t.Errorf("the answer is %v", err)
	}
}
