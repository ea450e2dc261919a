package signals

import (
	"math"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/proof"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

func TestWhatBecameOfAnActionIsSaidWithItsIntervalsInEachLanguage(t *testing.T) {
	of := monitor.Told{Key: summary.Key{Stream: summary.Stream{Site: "s1", Station: "filling", Equipment: "filler-02"}, Characteristic: "fill_mass"}}
	verdicts := monitor.Told{Key: summary.Key{Stream: of.Key.Stream}}
	spread := proof.Finding{Verdict: vocabulary.ProofVerified, What: monitor.Spread, Sisters: 11,
		Before: proof.Estimate{Value: 2.4, Low: 2, High: 2.9, N: 90}, After: proof.Estimate{Value: 1, Low: 0.8, High: 1.3, N: 31}}
	level := proof.Finding{Verdict: vocabulary.ProofNotEffective, What: monitor.Level, Sisters: 1,
		Before: proof.Estimate{Value: -4, Low: -5, High: -3, N: 90}, After: proof.Estimate{Value: -3.5, Low: -4, High: -3, N: 31}}
	share := proof.Finding{Verdict: vocabulary.ProofVerified, What: monitor.Share, Against: 0.01,
		Before: proof.Estimate{Value: 0.25, Low: 0.1, High: 0.4, N: 40, Bad: 10}, After: proof.Estimate{Value: 0, Low: 0, High: 0.09, N: 40}}
	few := proof.Finding{What: monitor.Spread, Against: math.NaN()}.Untold(proof.FewAfter)
	for _, c := range []struct {
		of             monitor.Told
		f              proof.Finding
		english, other string
	}{
		{of, spread, "Straight for 40 min since it was done: spread of Fill mass 1.0 × its 11 sisters (0.8 to 1.3), before 2.4 × (2.0 to 2.9); 31 cells",
			"Ruhig seit 40 min, seit es getan wurde: Streuung von Fill mass 1,0 × die der 11 Schwestern (0,8 bis 1,3), davor 2,4 × (2,0 bis 2,9); 31 Zellen"},
		{of, level, "Not effective, 40 min after it was done: Fill mass -3.50 g off its sister (-4.00 g to -3.00 g), before -4.00 g (-5.00 g to -3.00 g); 31 cells",
			"Ohne Wirkung, 40 min nachdem es getan wurde: Fill mass -3,50 g neben der Schwester (-4,00 g bis -3,00 g), davor -4,00 g (-5,00 g bis -3,00 g); 31 Zellen"},
		{of, share, "Straight for 40 min since it was done: Fill mass 0 of 40 out of spec (0 % to 9.0 %), before 10 of 40 (10 % to 40 %), usually 1.0 %; 40 cells",
			"Ruhig seit 40 min, seit es getan wurde: Fill mass 0 von 40 außerhalb der Spezifikation (0 % bis 9,0 %), davor 10 von 40 (10 % bis 40 %), üblich 1,0 %; 40 Zellen"},
		{verdicts, share, "Straight for 40 min since it was done: verdicts 0 of 40 not OK (0 % to 9.0 %), before 10 of 40 (10 % to 40 %), usually 1.0 %; 40 cells",
			"Ruhig seit 40 min, seit es getan wurde: Urteile 0 von 40 nicht in Ordnung (0 % bis 9,0 %), davor 10 von 40 (10 % bis 40 %), üblich 1,0 %; 40 Zellen"},
		{of, few, "Whether it worked cannot be told: 7 of 30 cells came within 40 min", "Ob es gewirkt hat, ist nicht zu beurteilen: 7 von 30 Zellen kamen in 40 min"},
	} {
		for language, want := range map[string]string{"en": c.english, "de": c.other} {
			say := departed{speaker: speakerOf(language, planned(t))}
			if got := say.proof(c.of, c.f, watchedFor{40 * time.Minute, 7, 30}); got != want {
				t.Errorf("in %s it is said that %s, want %s", language, got, want)
			}
		}
	}
}

func TestProofsHaveWordsInEveryLanguage(t *testing.T) {
	for _, language := range vocabulary.Languages {
		for why := range proofWordings[defaultLanguage].why {
			if proofWordings[language].why[why] == "" {
				t.Errorf("%s does not say %s", language, why)
			}
		}
	}
}
