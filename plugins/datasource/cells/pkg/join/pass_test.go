package join_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

// A folder below testdata/passes states a fact in its name: records.txt are the records of a station (rank: how bad a pass
// is), expected.txt says of each what it is, its visit, how many records it replaced, how many passes bear the same number,
// and what first and last choose. "counted" in the folder's name numbers passes by time, "whole" compares whole records.
func TestPasses(t *testing.T) {
	folders, err := filepath.Glob("testdata/passes/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no case folders: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			records, err := tabletest.Parse("records", read(t, folder, "records.txt"))
			if err != nil {
				t.Fatal(err)
			}
			columns := visitColumns
			columns.Counted = strings.Contains(folder, "counted")
			columns.Whole = strings.Contains(folder, "whole")
			passes, err := join.FindPasses(records, columns)
			if err != nil {
				t.Fatal(err)
			}
			rank := func(row int) int { n, _ := records.Column("rank").Int(row); return int(n) }
			every := func(int) bool { return true }
			first, last := passes.Choose(retest.First, every, rank), passes.Choose(retest.Last, every, rank)
			lines := []string{"is visit replaced rivals chosen"}
			for row := range records.Len() {
				is, rivals, chosen := "stands", 0, ""
				switch {
				case passes.Superseded[row]:
					is = "superseded"
				case passes.Repeated[row]:
					is = "repeated"
				}
				for _, group := range passes.Rivals {
					if slices.Contains(group, row) {
						rivals = len(group)
					}
				}
				if first[row] {
					chosen += "first"
				}
				if last[row] {
					chosen += "last"
				}
				lines = append(lines, fmt.Sprint(is, " ", passes.Number(row), " ", passes.Replaced[row], " ", rivals, " ", chosen))
			}
			got := strings.Join(lines, "\n")
			if want := read(t, folder, "expected.txt"); normal(got) != normal(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestATableThatLacksAColumnToTellPassesApartIsNamed(t *testing.T) {
	records, err := tabletest.Parse("filling", "cell_id:text visit:int received_ms:int time:int\nA1 1 1 1")
	if err != nil {
		t.Fatal(err)
	}
	_, err = join.FindPasses(records, visitColumns)
	if err == nil || !strings.Contains(err.Error(), `"filling" has no column "source_ms"`) {
		t.Errorf("the error is %v", err)
	}
}
