package join_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/join"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/retest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table/tabletest"
)

// A case folder holds left.txt, the right tables named in join.json, and either expected.txt (the table, a blank line, one
// report a line) or expected.err (the message). The folder's name is the fact the case states.
type caseFile struct {
	LeftKey string      `json:"key"`
	Rights  []caseRight `json:"rights"`
}

type caseRight struct {
	Name      string     `json:"name"`
	Key       string     `json:"key"`
	Columns   [][]string `json:"columns"`
	Inner     bool       `json:"inner"`
	AsOf      string     `json:"asOf"`
	LeftTime  string     `json:"leftTime"`
	Time      string     `json:"time"`
	Tolerance int64      `json:"tolerance"`
	Visits    string     `json:"visits"`
}

func TestCases(t *testing.T) {
	folders, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no case folders: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			got := runCase(t, folder)
			expected, file := read(t, folder, "expected.txt"), "expected.txt"
			if expected == "" {
				expected, file = read(t, folder, "expected.err"), "expected.err"
			}
			if expected == "" {
				t.Fatalf("neither expected.txt nor expected.err; the answer was:\n%s", got)
			}
			if normal(got) != normal(expected) {
				t.Errorf("got\n%s\nwant (%s)\n%s", got, file, expected)
			}
		})
	}
}

func runCase(t *testing.T, folder string) string {
	var c caseFile
	if err := json.Unmarshal([]byte(read(t, folder, "join.json")), &c); err != nil {
		t.Fatal(err)
	}
	left, err := tabletest.Parse("left", read(t, folder, "left.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var rights []join.Right
	for _, r := range c.Rights {
		right, err := r.side(t, folder)
		if err != nil {
			return "error: " + err.Error()
		}
		rights = append(rights, right)
	}
	out, reports, err := join.Join(join.Left{Table: left, Key: c.LeftKey}, rights...)
	if err != nil {
		return "error: " + err.Error()
	}
	lines := []string{tabletest.Format(out)}
	for _, r := range reports {
		line, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(line))
	}
	return strings.Join(lines, "\n")
}

func (r caseRight) side(t *testing.T, folder string) (join.Right, error) {
	tab, err := tabletest.Parse(r.Name, read(t, folder, r.Name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	if r.Visits != "" {
		passes, err := join.FindPasses(tab, visitColumns)
		if err != nil {
			return join.Right{}, err
		}
		keep := passes.Choose(retest.Choice(r.Visits), func(int) bool { return true }, nil)
		tab = tab.Filter(func(row int) bool { return keep[row] })
	}
	right := join.Right{Name: r.Name, Table: tab, Key: r.Key,
		LeftTime: r.LeftTime, Time: r.Time, Tolerance: r.Tolerance,
		AsOf: map[string]join.AsOf{"": join.Exactly, "back": join.Back, "ahead": join.Ahead}[r.AsOf]}
	if r.Inner {
		right.Unmatched = join.Drop
	}
	for _, c := range r.Columns {
		right.Columns = append(right.Columns, join.Column{From: c[0], As: c[1]})
	}
	return right, nil
}

var visitColumns = join.VisitColumns{
	Key: "cell_id", Number: "visit", Source: "source_ms", Machine: []string{"equipment"}, Received: "received_ms", Time: "time",
}

// read gives "" for a file that is not there.
func read(t *testing.T, folder, name string) string {
	b, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(b)
}

// normal makes runs of spaces one, so that cases may be aligned by hand.
func normal(s string) string {
	var lines []string
	for _, line := range strings.Split(s, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
