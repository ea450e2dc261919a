package plugin

import (
	"sync"
	"testing"
)

func TestIdenticalQueriesAtOnceAnswerAlike(t *testing.T) {
	d := plant(t, "")
	for _, query := range []string{
		visitsOfFilling, `{"queryType":"events"}`, `{"queryType":"signals","kinds":["out-of-spec","conflicting","silent","rejected","out-of-control"]}`,
		`{"queryType":"cells","anchor":"filling","columns":[{"station":"filling","field":"fill_mass"},{"station":"eol","field":"acir"}]}`,
	} {
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				if response := askOver(t, d, query); response.Error != nil {
					t.Errorf("%s: %v", query, response.Error)
				}
			})
		}
		group.Wait()
	}
}
