package holds

import "testing"

func TestAHoldIsEndedByTheFirstThatEndsIt(t *testing.T) {
	for sentence, c := range map[string]struct {
		events []string
		want   string
	}{
		"the first decision that answers it": {[]string{"hold cell=A stored=1", "release id=R cell=A answers=event-1 stored=2", "scrap cell=A answers=event-1 stored=3"}, "R"},
		"a decision before its expiry":       {[]string{"hold cell=A stored=1 expires=3", "release id=R cell=A answers=event-1 stored=2"}, "R"},
		"its expiry before a decision":       {[]string{"hold cell=A stored=1 expires=2", "release cell=A answers=event-1 stored=3"}, "expired"},
		"nothing":                            {[]string{"hold cell=A stored=1 expires=200", "release cell=A answers=other stored=2"}, "open"},
	} {
		h, got := Fold(said(t, c.events...)).Holds()[0], "open"
		switch {
		case h.ClosedBy != nil:
			got = h.ClosedBy.ID
		case h.Expired(100):
			got = "expired"
		}
		if got != c.want || h.Open(100) != (c.want == "open") {
			t.Errorf("%s: %s", sentence, got)
		}
	}
}
