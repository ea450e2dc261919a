package types_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// twelveNozzles fill a cell each every minute for some time until noon, one after the other; mass says what, and whether it does.
func twelveNozzles(t *testing.T, long time.Duration, mass func(r *rand.Rand, nozzle int, ago time.Duration) (float64, bool)) *plant {
	p := newPlant(t)
	p.planned("setting,name=sites", fields{"value": `[{"id":"de1","name":"Plant"}]`})
	p.planned("station,station=filling", fields{"order": 1, "name": "Filling", "item": "cell", "max_gap_s": 1800.0, "equipment": "filler-01"})
	p.characteristic(1, "filling", "fill_mass", "Mass", "massg", 1, fields{"lsl": 700.0, "usl": 900.0, "monitor_against": "sisters", "route": "maintenance"})
	r := rand.New(rand.NewPCG(1, 2))
	for i := range int(long / (5 * time.Second)) {
		ago := long - time.Duration(i)*5*time.Second
		if grams, fills := mass(r, i%12, ago); fills {
			p.visitAt("filling", "line-1", "filler-01", fmt.Sprint("C", i), noon.Add(-ago), fields{"fill_mass": grams, "position": fmt.Sprint("nozzle-", i%12)})
		}
	}
	return p
}

// noteAtNoon is what the answer says that finds nothing.
func noteAtNoon(t *testing.T, p *plant, language string) (notes []string) {
	t.Helper()
	run := &source.Run{Range: source.Range{From: noon.Add(-time.Hour), To: noon}, Tells: true}
	frames, err := p.env().Execute(t.Context(), run, "signals", []byte(`{"kinds":["out-of-control"],"include":["evidence"],"note":"sentence","language":"`+language+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	sentence, _ := frames[0].FieldByName("sentence")
	for row := range sentence.Len() {
		if text, is := sentence.ConcreteAt(row); is {
			notes = append(notes, text.(string))
		}
	}
	return notes
}

func TestInTheFirstHourOfAPlantItIsSaidThatLevelAndSpreadStillLearn(t *testing.T) {
	p := twelveNozzles(t, time.Hour, func(r *rand.Rand, nozzle int, _ time.Duration) (float64, bool) {
		if nozzle == 4 {
			return 806 + 0.3*r.NormFloat64(), true
		}
		return 800 + 0.3*r.NormFloat64(), true
	})
	said(t, noteAtNoon(t, p, "en"), "Nothing is wrong: 4 of 6 monitors at 1 station judge what was measured in the last 60 min. 2 still learn what is usual.")
	said(t, noteAtNoon(t, p, "de"), "Nichts liegt vor: 4 von 6 Überwachungen an 1 Station, geprüft ist, was in den letzten 60 min gemessen wurde. 2 lernen noch, was üblich ist.")
}

func TestWhereElevenOfTwelveStandTheTwelfthIsNotSaidToBeJudged(t *testing.T) {
	p := twelveNozzles(t, 12*time.Hour, func(r *rand.Rand, nozzle int, ago time.Duration) (float64, bool) {
		if ago > 3*time.Hour {
			return 800 + 0.3*r.NormFloat64(), true
		}
		return 801.5 + r.NormFloat64(), nozzle == 4
	})
	said(t, noteAtNoon(t, p, "en"), "Nothing is wrong: 4 of 6 monitors at 1 station judge what was measured in the last 12 h 0 min. 2 have too few values to go by.")
}
