package plan_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

// A case folder holds rows.txt (stored rows of one characteristic) and ask.txt: lines `<time> <product> <stratum>
// [known <time>] → <lsl in force, or ->`, or `<from>..<to> …  → <from> <lsl>; …`. The folder's name is the fact it states.
func TestCases(t *testing.T) {
	folders, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no case folders: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			rows, err := tabletest.Parse("characteristic", read(t, folder, "rows.txt"))
			if err != nil {
				t.Fatal(err)
			}
			book, err := plan.NewBook(rows)
			if err != nil {
				t.Fatal(err)
			}
			asked := 0
			for _, line := range strings.Split(read(t, folder, "ask.txt"), "\n") {
				question, want, ok := strings.Cut(line, "→")
				if !ok {
					continue
				}
				asked++
				if got := answer(t, book, strings.Fields(question)); got != strings.TrimSpace(want) {
					t.Errorf("%s→ %s, want%s", question, got, want)
				}
			}
			if asked == 0 {
				t.Fatal("nothing is asked")
			}
		})
	}
}

func answer(t *testing.T, book *plan.Book, words []string) string {
	scope := plan.Scope{Product: words[1], Attributes: plan.ParseStratum(words[2])}
	known := int64(0)
	if len(words) == 5 && words[3] == "known" {
		known = at(t, words[4]) / 1e6
	}
	timeline := book.Timeline("filling", "fill_mass", scope, known)
	from, to, isRange := strings.Cut(words[0], "..")
	if !isRange {
		return lsl(timeline.At(at(t, from)))
	}
	var parts []string
	for _, s := range timeline.Between(at(t, from), at(t, to)) {
		parts = append(parts, fmt.Sprintf("%s to %s: %s", day(s.FromNs), day(s.ToNs), lsl(s.Row)))
	}
	return strings.Join(parts, "; ")
}

func lsl(r *plan.Row) string {
	if r == nil {
		return "-"
	}
	if v := r.Number("lsl"); v != nil {
		return strconv.FormatFloat(*v, 'g', -1, 64)
	}
	return "none"
}

func at(t *testing.T, word string) int64 {
	v, err := time.Parse(time.RFC3339Nano, word)
	if err != nil {
		if v, err = time.Parse(time.DateOnly, word); err != nil {
			t.Fatal(err)
		}
	}
	return v.UnixNano()
}

func day(ns int64) string { return time.Unix(0, ns).UTC().Format(time.DateOnly) }

func read(t *testing.T, folder, name string) string {
	b, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
