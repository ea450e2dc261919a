package signals

import (
	"fmt"
	"testing"
)

func TestWhatIsAskedForAgainAndAgainIsNeverForgotten(t *testing.T) {
	var looked lookedBack
	asked := lookedUp{"filling", "asked for", 1}
	looked.remember(asked, []int64{7})
	for i := range 3 * maxLookedBack {
		looked.remember(lookedUp{"filling", fmt.Sprint(i), 1}, nil)
		if i%1000 == 0 {
			if others, known := looked.of(asked); !known || len(others) != 1 || others[0] != 7 {
				t.Fatalf("after %d others it is forgotten", i)
			}
		}
	}
	if n := len(looked.known) + len(looked.before); n > 2*maxLookedBack {
		t.Errorf("%d are remembered", n)
	}
	if _, known := looked.of(lookedUp{"filling", "0", 1}); known {
		t.Error("what nobody asked for since is remembered")
	}
}
