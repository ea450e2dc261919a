package plan_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

// The vectors that bind this package and the panels to one rule of which limit holds.
const limitsInForce = "../../../../../packages/plan/corpus/limits-in-force.json"

type inForceVector struct {
	Fact string
	Rows []struct {
		ID               int
		Product, Stratum string
		From             int64
		Until            *int64
	}
	Of []struct {
		Product string
		At      map[string]string
		Second  int64
		Holds   *int
	}
}

func TestWhichLimitHoldsIsWhatTheSharedVectorsSay(t *testing.T) {
	text, err := os.ReadFile(limitsInForce)
	if err != nil {
		t.Fatal(err)
	}
	var corpus struct{ Vectors []inForceVector }
	if err := json.Unmarshal(text, &corpus); err != nil || len(corpus.Vectors) == 0 {
		t.Fatalf("no vectors in %s: %v", limitsInForce, err)
	}
	for _, v := range corpus.Vectors {
		t.Run(v.Fact, func(t *testing.T) {
			book := v.book(t)
			for _, of := range v.Of {
				want := "-"
				if of.Holds != nil {
					want = fmt.Sprint(*of.Holds)
				}
				row := book.At("filling", "fill_mass", plan.Scope{Product: of.Product, Attributes: of.At}, of.Second*int64(time.Second))
				if got := lsl(row); got != want {
					t.Errorf("%s %v at %d s: %s holds, want %s", of.Product, of.At, of.Second, got, want)
				}
			}
		})
	}
}

// book is the rows of a vector, told apart by their lower limits; one that ends is withdrawn at its end.
func (v inForceVector) book(t *testing.T) *plan.Book {
	lines := []string{"time:time! station:text characteristic:text product:text stratum:text revision:int active:bool lsl:float"}
	row := func(second int64, product, stratum string, revision, id int, active bool) {
		at := time.Unix(second, int64(revision)).UTC().Format(time.RFC3339Nano)
		lines = append(lines, fmt.Sprintf("%s filling fill_mass %s %s %d %t %d", at, product, stratum, revision, active, id))
	}
	for _, r := range v.Rows {
		if r.Until != nil {
			row(*r.Until, r.Product, r.Stratum, 1, r.ID, false)
		}
		row(r.From, r.Product, r.Stratum, 2, r.ID, true)
	}
	rows, err := tabletest.Parse("characteristic", strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	book, err := plan.NewBook(rows)
	if err != nil {
		t.Fatal(err)
	}
	return book
}
