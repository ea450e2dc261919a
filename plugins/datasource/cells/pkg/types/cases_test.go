package types_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/query"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// A case folder below testdata/cases/<query type>/ holds query.json, which may name "from" and "to" (times of 2026), and
// expected.txt, the frames or the error. The folder's name is the fact it states. -update rewrites expected.txt.
func TestCases(t *testing.T) {
	runFolders(t, smallLine(t).env(), "testdata/cases/*/*")
}

func runFolders(t *testing.T, env *query.Engine, pattern string) {
	folders, err := filepath.Glob(pattern)
	if err != nil || len(folders) == 0 {
		t.Fatalf("no case folders: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.ToSlash(strings.TrimPrefix(folder, "testdata"+string(filepath.Separator))), func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join(folder, "query.json"))
			if err != nil {
				t.Fatal(err)
			}
			got := runCase(t, env, raw)
			file := filepath.Join(folder, "expected.txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v; the answer was:\n%s", err, got)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func runCase(t *testing.T, env *query.Engine, raw []byte) string {
	var window struct{ From, To string }
	if err := json.Unmarshal(raw, &window); err != nil {
		t.Fatal(err)
	}
	run := &source.Run{MayDecide: true, Range: source.Range{From: noon.Add(-24 * time.Hour), To: noon}}
	if window.From != "" {
		run.Range = source.Range{From: at(window.From), To: at(window.To)}
	}
	frames, err := env.Execute(t.Context(), run, "", raw)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var out strings.Builder
	for _, frame := range frames {
		writeFrame(&out, frame)
	}
	return out.String()
}

// writeFrame writes a frame as text: notices, columns (with unit, decimals and description), rows; "-" is null.
func writeFrame(out *strings.Builder, frame *data.Frame) {
	fmt.Fprintf(out, "frame %s (%s %d.%d), %d rows\n", frame.Name, frame.Meta.Type, frame.Meta.TypeVersion[0], frame.Meta.TypeVersion[1], frame.Rows())
	if frame.Meta.Custom != nil {
		custom, _ := json.Marshal(frame.Meta.Custom)
		fmt.Fprintf(out, "custom: %s\n", custom)
	}
	for _, n := range frame.Meta.Notices {
		fmt.Fprintf(out, "%s: %s\n", n.Severity, n.Text)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	var names, kinds []string
	for _, f := range frame.Fields {
		names = append(names, strings.TrimSpace(f.Name+" "+f.Labels.String()))
		kind := f.Type().NonNullableType().ItemTypeString()
		if c := f.Config; c != nil {
			if c.Unit != "" {
				kind += " " + c.Unit
			}
			if c.Decimals != nil {
				kind += fmt.Sprintf(" %d", *c.Decimals)
			}
			if c.Description != "" {
				kind += fmt.Sprintf(" %q", c.Description)
			}
		}
		kinds = append(kinds, kind)
	}
	_, _ = fmt.Fprintln(w, strings.Join(names, "\t"))
	_, _ = fmt.Fprintln(w, strings.Join(kinds, "\t"))
	for row := range frame.Rows() {
		var words []string
		for _, f := range frame.Fields {
			v, ok := f.ConcreteAt(row)
			switch at, isTime := v.(time.Time); {
			case !ok:
				words = append(words, "-")
			case isTime:
				words = append(words, at.Format("01-02 15:04:05.999"))
			default:
				words = append(words, fmt.Sprint(v))
			}
		}
		_, _ = fmt.Fprintln(w, strings.Join(words, "\t"))
	}
	_ = w.Flush()
	out.WriteString("\n")
}
