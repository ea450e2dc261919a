package source

import (
	"slices"
	"testing"
)

func TestWhatPartsOfAQueryTellIsInOneOrderWhicheverIsFaster(t *testing.T) {
	tell := func(r *Run, name string) {
		r.Log.executed("visits", "SELECT "+name)
		r.Notice("%s informs", name)
		r.Warn("%s warns", name)
		r.Because(name, "%s has nothing.", name)
	}
	for _, order := range [][]string{{"station 2", "station 10", "station 3"}, {"station 10", "station 3", "station 2"}} {
		r := &Run{}
		r.Notice("before")
		done := map[string]chan struct{}{}
		for _, name := range order {
			done[name] = make(chan struct{})
		}
		var parts []func() error
		for _, name := range []string{"station 2", "station 3", "station 10"} {
			parts = append(parts, func() error {
				if i := slices.Index(order, name); i > 0 {
					<-done[order[i-1]]
				}
				tell(r, name)
				close(done[name])
				return nil
			})
		}
		if err := r.Together(parts...); err != nil {
			t.Fatal(err)
		}
		r.Notice("after")
		var notices []string
		for _, n := range r.Log.notices {
			notices = append(notices, n.Text)
		}
		want := []string{"before", "station 2 warns", "station 3 warns", "station 10 warns", "station 2 informs", "station 3 informs", "station 10 informs", "after"}
		if !slices.Equal(notices, want) {
			t.Errorf("when they come as %q: %q", order, notices)
		}
		if !slices.IsSorted(r.Log.texts) || len(r.Log.texts) != 3 {
			t.Errorf("when they come as %q the statements are %q", order, r.Log.texts)
		}
		if why := r.Log.Why(); why.Word != "station 2" {
			t.Errorf("when they come as %q the reason is that of %s", order, why.Word)
		}
	}
}
