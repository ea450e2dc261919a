package monitor

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// departing reads "machine/position characteristic what side minute[-last]": one of four positions of one of two machines; over with
// its last minute, where there is one.
func departing(t *testing.T, text string) Told {
	t.Helper()
	d := Told{}
	place, minutes := "", ""
	if _, err := fmt.Sscan(text, &place, &d.Key.Characteristic, &d.What, &d.Side, &minutes); err != nil {
		t.Fatal(err)
	}
	if n, _ := fmt.Sscanf(minutes, "%d-%d", &d.FirstMs, &d.LastMs); n == 0 {
		t.Fatal(text)
	}
	d.Over = d.LastMs > 0
	d.Key.Characteristic = strings.Trim(d.Key.Characteristic, "-")
	if d.Grave = 2; d.Key.Characteristic == "gap" {
		d.Grave = 0
	}
	stream := summary.Stream{Line: "l", Station: "s", Product: "p"}
	for _, stream.Equipment = range []string{"m1", "m2"} {
		for _, stream.Position = range []string{"a", "b", "c", "d"} {
			d.Keys = append(d.Keys, summary.Key{Stream: stream, Characteristic: d.Key.Characteristic})
		}
	}
	d.Key.Stream = stream
	d.Key.Equipment, d.Key.Position, _ = strings.Cut(strings.Trim(place, "-"), "/")
	return d
}

func TestOneEpisodeACauseIsTold(t *testing.T) {
	for _, c := range []struct {
		fact     string
		all, one []string
	}{
		{"a wavering nozzle makes its machine waver", []string{"m1/a mass spread 1 5", "m1 mass spread 1 9"}, []string{"m1/a mass spread"}},
		{"of a stream what began first stays", []string{"m1/a mass share 1 7", "m1/a mass spread 1 5", "m1/a depth level -1 6"}, []string{"m1/a mass spread"}},
		{"of a stream the gravest goes first", []string{"m1/a mass share 1 5", "m1/a gap level 1 6"}, []string{"m1/a gap level"}},
		{"most positions of a machine are the machine", []string{"m1/a mass level 1 5", "m1/b mass level 1 6", "m1/c mass level 1 7"}, []string{"m1 mass level"}},
		{"two of four are not", []string{"m1/a mass level 1 5", "m1/b mass level 1 6"}, []string{"m1/a mass level", "m1/b mass level"}},
		{"a machine is told until the last of its positions is over", []string{"m1/a mass level 1 5", "m1/b mass level 1 6-9", "m1/c mass level 1 7-8"}, []string{"m1 mass level"}},
		{"what comes after that is new", []string{"m1/a mass level 1 5-8", "m1/b mass level 1 6-9", "m1/c mass level 1 7-8", "m1/a mass level 1 10"}, []string{"m1/a mass level"}},
		{"positions one after the other are not the machine", []string{"m1/a mass level 1 5-7", "m1/b mass level 1 6-9", "m1/c mass level 1 8"}, []string{"m1/c mass level"}},
		{"what is over is not told", []string{"m1/a mass level 1 5-8"}, nil},
		{"a place that departs twice is one place", []string{"m1/a mass level 1 5", "m1/a mass level 1 6", "m1/b mass level 1 7"}, []string{"m1/a mass level", "m1/b mass level"}},
		{"those to the other side are others", []string{"m1/a mass level 1 5", "m1/b mass level 1 6", "m1/c mass level -1 7"}, []string{"m1/a mass level", "m1/b mass level", "m1/c mass level"}},
		{"most machines of a line are the line", []string{"m1 mass share 1 5", "m2 mass share 1 6"}, []string{"- mass share"}},
		{"where most of a machine departs its parts are not told beside it", []string{"m1/a mass level 1 5", "m1/b mass level 1 6", "m1/c mass level 1 7", "m1/d mass share 1 8"}, []string{"m1 mass level"}},
		{"a characteristic says more than verdicts", []string{"m1 - share 1 1", "m1/a mass share 1 9"}, []string{"m1/a mass share"}},
		{"verdicts alone are told", []string{"m1 - share 1 1", "m2/a mass share 1 9"}, []string{"m1 - share", "m2/a mass share"}},
		{"another machine is another cause", []string{"m1/a mass level 1 5", "m2/a mass level 1 5"}, []string{"m1/a mass level", "m2/a mass level"}},
	} {
		t.Run(c.fact, func(t *testing.T) {
			var all []Told
			for _, text := range c.all {
				all = append(all, departing(t, text))
			}
			var got []string
			for _, d := range Causes(all) {
				place := strings.Trim(d.Key.Equipment+"/"+d.Key.Position, "/")
				got = append(got, strings.Join([]string{or(place), or(d.Key.Characteristic), d.What}, " "))
			}
			slices.Sort(got)
			slices.Sort(c.one)
			if !slices.Equal(got, c.one) {
				t.Errorf("told are %q, want %q", got, c.one)
			}
			slices.Reverse(all)
			if again := Causes(all); len(again) != len(got) {
				t.Errorf("in another order %d are told, not %d", len(again), len(got))
			}
		})
	}
}

func or(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
