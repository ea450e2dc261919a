package control_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

var update = flag.Bool("update", false, "rewrite the expected hits of the cases")

// A case folder holds characteristic.txt and control_limit.txt (rows of the plan), station.txt where it states one, visits.txt
// (rows in process order) and expected.txt: what chart and windows say, a line a hit. Its name is the fact it states.
func TestCases(t *testing.T) {
	folders, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no case folders: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			book := func(name string) *plan.Book {
				rows, err := tabletest.Parse(name, read(t, folder, name))
				if err != nil {
					t.Fatal(err)
				}
				made, err := plan.NewBook(rows)
				if err != nil {
					t.Fatal(err)
				}
				return made
			}
			p := &plan.Plan{Stations: book("station"), Characteristics: book("characteristic"), Limits: book("control_limit")}
			visits, err := tabletest.Parse("visits", read(t, folder, "visits"))
			if err != nil {
				t.Fatal(err)
			}
			now, _ := visits.Column("time").Int(visits.Len() - 1)
			var got strings.Builder
			for _, h := range control.Charted(p, "filling", "fill_mass", visits, now) {
				id, _ := visits.Column("cell_id").Text(h.Row)
				fmt.Fprintf(&got, "chart: %s %s %.3f %s\n", id, h.Rule, h.Size, h.Detail)
			}
			if *update {
				if err := os.WriteFile(filepath.Join(folder, "expected.txt"), []byte(got.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if want := read(t, folder, "expected"); got.String() != want {
				t.Errorf("got\n%swant\n%s", got.String(), want)
			}
		})
	}
}

// read gives a file of a case; the shared one where it has none.
func read(t *testing.T, folder, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, name+".txt"))
	if os.IsNotExist(err) && name != "expected" {
		text, err = os.ReadFile(filepath.Join("testdata", name+".txt"))
	}
	if err != nil && !*update {
		t.Fatal(err)
	}
	return string(text)
}

// readShared gives a file that cases without their own share.
func readShared(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
