package seals_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/seals"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// vectors bind this package and `cellthread audit verify`, which reads the same file.
type vectors struct {
	Fields struct{ Texts, Numbers []string }
	Rows   []struct {
		Name, Time, Canonical, SHA256 string
		Tags                          map[string]string
		Fields                        map[string]any
	}
	Seals []struct {
		Day                seals.Day
		SHA256             []string
		Late               int
		Root, Text, Digest string
	}
}

func read(t *testing.T) (v vectors) {
	t.Helper()
	text, err := os.ReadFile("testdata/vectors.json")
	if err == nil {
		err = json.Unmarshal(text, &v)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTheCanonicalFormAndHashOfARowAreThoseOfTheVectors(t *testing.T) {
	for _, of := range read(t).Rows {
		row := record.Row{Tags: of.Tags, Fields: map[string]any{}}
		row.NS, _ = strconv.ParseInt(of.Time, 10, 64)
		for name, v := range of.Fields {
			if number, is := v.(float64); is && record.Fields()[name] == table.Int {
				v = int64(number)
			}
			row.Fields[name] = v
		}
		if got := record.Canonical(row); got != of.Canonical {
			t.Errorf("%s:\n%s, want\n%s", of.Name, got, of.Canonical)
		}
		if got := record.Hash(row); got != of.SHA256 {
			t.Errorf("%s: %s, want %s", of.Name, got, of.SHA256)
		}
	}
}

func TestEveryFieldOfAnEventIsSealed(t *testing.T) {
	v := read(t)
	if got := slices.Sorted(maps.Keys(record.Fields())); !slices.Equal(got, slices.Sorted(slices.Values(slices.Concat(v.Fields.Texts, v.Fields.Numbers)))) {
		t.Errorf("events have %v", got)
	}
	for _, name := range v.Fields.Texts {
		if record.Fields()[name] != table.Text {
			t.Errorf("%s is no text", name)
		}
	}
}

func TestASealSaysCountRootAndTheSealBefore(t *testing.T) {
	var before *seals.Seal
	for _, of := range read(t).Seals {
		var entries []seals.Entry
		for i, hash := range of.SHA256 {
			entries = append(entries, seals.Entry{SHA256: hash, Late: i < of.Late})
		}
		got := seals.Make(of.Day, entries, before)
		if got.Text != of.Text || got.Digest() != of.Digest || got.Root() != of.Root {
			t.Errorf("%s of digest %s, want %s of %s", got.Text, got.Digest(), of.Text, of.Digest)
		}
		before = &got
	}
}
