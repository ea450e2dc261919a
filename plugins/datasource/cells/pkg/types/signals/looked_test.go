package signals

import (
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

func TestNothingIsWrongIsNotSaidOfWhatCameAndIsNotJudgedYet(t *testing.T) {
	all := watch.Seen{Monitors: 9, Judging: 9, FirstMs: morning.Add(-40 * time.Hour).UnixMilli()}
	before, uncounted := all, all
	before.Judged = morning.Add(-15 * time.Second)
	uncounted.Behind = true
	for name, of := range map[string]struct {
		seen            []watch.Seen
		meta            any
		english, german string
	}{
		"all": {
			[]watch.Seen{all, all}, nil,
			"Nothing is wrong: 18 monitors at 2 stations judge what was measured in the last 40 h 0 min.",
			"Nichts liegt vor: 18 Überwachungen an 2 Stationen, geprüft ist, was in den letzten 40 h 0 min gemessen wurde.",
		},
		"as of before": {
			[]watch.Seen{all, before}, Behind{Stations: 1, JudgedMs: before.Judged.UnixMilli()},
			"15 s ago nothing was wrong: 18 monitors at 2 stations judged what was measured in the last 40 h 0 min. What is newer is being judged.",
			"Vor 15 s lag nichts vor: 18 Überwachungen an 2 Stationen, geprüft ist, was in den letzten 40 h 0 min gemessen wurde. Was neuer ist, wird noch beurteilt.",
		},
		"not counted again": {
			[]watch.Seen{all, uncounted}, Behind{Stations: 1},
			"Nothing is wrong: 18 monitors at 2 stations judge what was measured in the last 40 h 0 min. At 1 station not all is counted that was stored late.",
			"Nichts liegt vor: 18 Überwachungen an 2 Stationen, geprüft ist, was in den letzten 40 h 0 min gemessen wurde. An 1 Station ist nicht alles gezählt, was verspätet gespeichert wurde.",
		},
	} {
		s := &search{}
		for _, seen := range of.seen {
			s.saw(seen)
		}
		for language, want := range map[string]string{"en": of.english, "de": of.german} {
			say := &speaker{wording: wordings[language], now: morning}
			if got := say.nothing(s.looked); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
		if got := s.looked.meta(); got != of.meta {
			t.Errorf("%s: the meta data say %v, want %v", name, got, of.meta)
		}
	}
}
