package types_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

func askSignals(t *testing.T, env *query.Engine, ago time.Duration, raw string) (rows []string, notices string, err error) {
	t.Helper()
	frames, err := env.Execute(t.Context(), &source.Run{Range: source.Range{From: noon.Add(-ago), To: noon}}, "signals", []byte(raw))
	if err != nil {
		return nil, "", err
	}
	for row := range frames[0].Rows() {
		var words []string
		for _, f := range frames[0].Fields[1:] {
			if text := f.At(row).(string); text != "" {
				words = append(words, f.Name+"="+text)
			}
		}
		rows = append(rows, strings.Join(words, " "))
	}
	for _, n := range frames[0].Meta.Notices {
		notices += n.Text + "\n"
	}
	return rows, notices, nil
}

func TestACharacteristicStoredAsTextOrBooleanIsNamedAndFailsNoOther(t *testing.T) {
	for _, stored := range []any{"803", true} {
		t.Run(fmt.Sprintf("%T", stored), func(t *testing.T) {
			p := newPlant(t)
			p.station(1, "filling", "cell", "dry-room", "", 0)
			p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 796.0, "usl": 804.0})
			p.characteristic(2, "filling", "fill_vacuum", "Vacuum", "suffix:mbar", 1, fields{"usl": 8.0})
			p.visitAt("filling", "line-1", "filler-02", "A1", noon.Add(-time.Minute), fields{"fill_mass": stored, "fill_vacuum": 9.0})
			rows, notices, err := askSignals(t, p.env(), time.Hour, `{"kinds":["out-of-spec","out-of-control"]}`)
			if err != nil || len(rows) != 1 || !strings.Contains(rows[0], "characteristic=fill_vacuum") {
				t.Errorf("%v %v; want the signal of the other characteristic", rows, err)
			}
			if !strings.Contains(notices, "Station Filling: fill_mass was stored as ") {
				t.Errorf("the notices do not name the field: %q", notices)
			}
		})
	}
}

func TestAPlanWhoseLimitsAreTextIsAnErrorNotALineWithoutLimits(t *testing.T) {
	p := newPlant(t)
	p.station(1, "filling", "cell", "dry-room", "", 0)
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"usl": "804"})
	p.visitAt("filling", "line-1", "filler-02", "A1", noon.Add(-time.Minute), fields{"fill_mass": 820.0})
	_, _, err := askSignals(t, p.env(), time.Hour, `{}`)
	if err == nil || !strings.Contains(err.Error(), "usl of characteristic is stored as text, not as a number") {
		t.Errorf("%v", err)
	}
}
