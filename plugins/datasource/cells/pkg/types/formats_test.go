package types_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// A folder below telegraf/formats holds what a former version stored: messages as they came, the rows that Telegraf and
// `plan push` made of them, and `again`, the rows that today's Telegraf makes of the same messages. testdata/formats
// holds what that version answered.
const formatsDir = "../../../../../telegraf/formats"

// formatNow is the end of what the messages of a format tell.
var formatNow = map[string]time.Time{"2026-11": time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)}

func TestRowsOfFormerVersionsAreReadAsTheyWereThen(t *testing.T) {
	forEachFormat(t, func(t *testing.T, name string) {
		checkAnswers(t, name, formatPlant(t, name, "plan", "rows").env())
	})
}

func TestMessagesOfFormerVersionsSentAgainChangeNothingAndHoldNothingTwice(t *testing.T) {
	forEachFormat(t, func(t *testing.T, name string) {
		checkAnswers(t, name, formatPlant(t, name, "plan", "rows", "again").env())
	})
}

func forEachFormat(t *testing.T, test func(t *testing.T, name string)) {
	names, err := filepath.Glob(filepath.Join(formatsDir, "*", "rows"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no formats of former versions: %v", err)
	}
	for _, file := range names {
		name := filepath.Base(filepath.Dir(file))
		t.Run(name, func(t *testing.T) { test(t, name) })
	}
}

var databaseTag = regexp.MustCompile(`,database=cellthread_(\w+)`)

// formatPlant holds the rows of these files of a format; rows of a plan name no database.
func formatPlant(t *testing.T, name string, files ...string) *plant {
	p := newPlant(t)
	for _, file := range files {
		text, err := os.ReadFile(filepath.Join(formatsDir, name, file)) //nolint:gosec // a file of this repository
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(strings.TrimRight(string(text), "\n"), "\n") {
			database := "record"
			if of := databaseTag.FindStringSubmatch(line); of != nil {
				database = of[1]
			}
			p.lines[database] = append(p.lines[database], databaseTag.ReplaceAllString(line, ""))
		}
	}
	return p
}

// checkAnswers asks what testdata/formats/<name>/*.json hold, {query, frames}, and compares every value they name: later
// versions may add columns and frames, never change or lose one.
func checkAnswers(t *testing.T, name string, env *query.Engine) {
	now := formatNow[name]
	env.Now = func() time.Time { return now }
	files, err := filepath.Glob(filepath.Join("testdata", "formats", name, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no answers: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			text, err := os.ReadFile(file) //nolint:gosec // a file of this repository
			if err != nil {
				t.Fatal(err)
			}
			var of struct {
				Query  json.RawMessage
				Frames []formatFrame
			}
			if err := json.Unmarshal(text, &of); err != nil {
				t.Fatal(err)
			}
			run := &source.Run{MayDecide: true, Range: source.Range{From: now.Add(-24 * time.Hour), To: now}}
			frames, err := env.Execute(t.Context(), run, "", of.Query)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				writeAnswer(t, file, of.Query, frames)
				return
			}
			if len(of.Frames) == 0 {
				t.Fatal("no frames to compare with")
			}
			for _, want := range of.Frames {
				want.compare(t, frames)
			}
		})
	}
}

type formatFrame struct {
	Name string              `json:"name"`
	Rows []map[string]string `json:"rows"`
}

func asFormat(frame *data.Frame) formatFrame {
	out := formatFrame{Name: frame.Name, Rows: []map[string]string{}}
	for i := range frame.Rows() {
		row := map[string]string{}
		for _, f := range frame.Fields {
			v, ok := f.ConcreteAt(i)
			switch at, isTime := v.(time.Time); {
			case !ok:
				row[f.Name] = "-"
			case isTime:
				row[f.Name] = at.UTC().Format(time.RFC3339Nano)
			default:
				row[f.Name] = fmt.Sprint(v)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func (want formatFrame) compare(t *testing.T, frames data.Frames) {
	t.Helper()
	for _, frame := range frames {
		if frame.Name != want.Name {
			continue
		}
		got := asFormat(frame)
		if len(got.Rows) != len(want.Rows) {
			t.Errorf("%s: %d rows, were %d", want.Name, len(got.Rows), len(want.Rows))
			return
		}
		for i, row := range want.Rows {
			for column, value := range row {
				if now, ok := got.Rows[i][column]; !ok || now != value {
					t.Errorf("%s, row %d, %s: is %q, was %q", want.Name, i, column, now, value)
				}
			}
		}
		return
	}
	t.Errorf("the frame %s is missing", want.Name)
}

func writeAnswer(t *testing.T, file string, asked json.RawMessage, frames data.Frames) {
	t.Helper()
	var all []formatFrame
	for _, frame := range frames {
		all = append(all, asFormat(frame))
	}
	text, err := json.MarshalIndent(map[string]any{"query": asked, "frames": all}, "", " ")
	if err == nil {
		err = os.WriteFile(file, append(text, '\n'), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
