package monitor

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// departing reads "machine/position characteristic what side minute[-last]": one of four positions of one of two machines; over with
// its last minute, where there is one. A gap is a matter of safety, a vacuum one of quality.
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
	d.Grave, d.Route = 2, "maintenance"
	switch d.Key.Characteristic {
	case "gap":
		d.Grave = 0
	case "vacuum":
		d.Grave, d.Route = 1, "quality"
	case "crack":
		d.Grave = 1
	}
	stream := summary.Stream{Line: "l", Station: "s", Product: "p"}
	for _, stream.Equipment = range []string{"m1", "m2"} {
		d.Keys = append(d.Keys, summary.Key{Stream: stream, Characteristic: d.Key.Characteristic})
		for _, stream.Position = range []string{"a", "b", "c", "d"} {
			d.Keys = append(d.Keys, summary.Key{Stream: stream, Characteristic: d.Key.Characteristic})
		}
	}
	d.Parts = PartsOf(d.Keys)
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
		{"of a stream what began at once is told as the gravest", []string{"m1/a mass share 1 5", "m1/a crack level 1 5"}, []string{"m1/a crack level"}},
		{"what is graver and began later is told beside it and takes nothing's place", []string{"m1/a mass share 1 5", "m1/a crack level 1 6"}, []string{"m1/a mass share", "m1/a crack level"}},
		{"what is less grave and began later is not told", []string{"m1/a crack level 1 5", "m1/a mass share 1 6"}, []string{"m1/a crack level"}},
		{"nor what is as grave", []string{"m1/a mass share 1 5", "m1/a depth level 1 6"}, []string{"m1/a mass share"}},
		{"what is a matter of safety is told beside what began before", []string{"m1/a mass share 1 5", "m1/a gap level 1 6"}, []string{"m1/a mass share", "m1/a gap level"}},
		{"what began after a matter of safety is not", []string{"m1/a gap level 1 5", "m1/a mass share 1 6"}, []string{"m1/a gap level"}},
		{"what is another team's is told it", []string{"m1/a mass spread 1 5", "m1/a vacuum level 1 6"}, []string{"m1/a mass spread", "m1/a vacuum level"}},
		{"what departs otherwise before it is over goes on in its place", []string{"m1/a mass level 1 5-9", "m1/a depth level 1 7", "m1/a mass spread 1 8"}, []string{"m1/a mass spread"}},
		{"what was told while nothing explained it stays", []string{"m1/a mass level 1 5-8", "m1/a depth level 1 7", "m1/a mass level 1 9"}, []string{"m1/a depth level"}},
		{"a machine that was told stays beside the nozzle that shows why", []string{"m1 mass spread 1 5", "m1/a mass spread 1 9"}, []string{"m1 mass spread", "m1/a mass spread"}},
		{"positions that depart in two ways are a machine that departs in one", []string{"m1/a mass level 1 5", "m1/b mass level 1 5", "m1/c mass level 1 5", "m1/a depth level 1 6", "m1/b depth level 1 6", "m1/c depth level 1 6"}, []string{"m1 mass level"}},
		{"most positions of a machine that depart at once are the machine", []string{"m1/a mass level 1 5", "m1/b mass level 1 5", "m1/c mass level 1 5"}, []string{"m1 mass level"}},
		{"positions that were told before most of them departed stay beside the machine", []string{"m1/a mass level 1 5", "m1/b mass level 1 6", "m1/c mass level 1 7", "m1/d mass level 1 8"}, []string{"m1 mass level", "m1/a mass level", "m1/b mass level"}},
		{"a position that is over comes back in its machine", []string{"m1/a mass level 1 5-8", "m1/b mass level 1 7", "m1/c mass level 1 7", "m1/a mass level 1 9"}, []string{"m1 mass level"}},
		{"two of four are not", []string{"m1/a mass level 1 5", "m1/b mass level 1 6"}, []string{"m1/a mass level", "m1/b mass level"}},
		{"a machine is told until the last of its positions is over", []string{"m1/a mass level 1 7", "m1/b mass level 1 6-9", "m1/c mass level 1 7-8"}, []string{"m1 mass level"}},
		{"what comes after that is new", []string{"m1/a mass level 1 5-8", "m1/b mass level 1 6-9", "m1/c mass level 1 7-8", "m1/a mass level 1 10"}, []string{"m1/a mass level"}},
		{"positions one after the other are not the machine", []string{"m1/a mass level 1 5-7", "m1/b mass level 1 6-9", "m1/c mass level 1 8"}, []string{"m1/c mass level"}},
		{"what is over is not told", []string{"m1/a mass level 1 5-8"}, nil},
		{"a place that departs twice is one place", []string{"m1/a mass level 1 5", "m1/a mass level 1 6", "m1/b mass level 1 7"}, []string{"m1/a mass level", "m1/b mass level"}},
		{"those to the other side are others", []string{"m1/a mass level 1 5", "m1/b mass level 1 6", "m1/c mass level -1 7"}, []string{"m1/a mass level", "m1/b mass level", "m1/c mass level"}},
		{"most machines of a line that depart at once are the line", []string{"m1 mass share 1 5", "m2 mass share 1 5"}, []string{"- mass share"}},
		{"a machine that was told stays beside the line", []string{"m1 mass share 1 5", "m2 mass share 1 6"}, []string{"- mass share", "m1 mass share"}},
		{"a line is told until the last of its machines is over", []string{"m1/a mass level 1 5-8", "m1/b mass level 1 5-8", "m1/c mass level 1 5-8", "m2/a mass level 1 5", "m2/b mass level 1 5", "m2/c mass level 1 5"}, []string{"- mass level"}},
		{"where most of a machine departs its parts are not told beside it", []string{"m1/a mass level 1 5", "m1/b mass level 1 5", "m1/c mass level 1 5", "m1/d mass share 1 8"}, []string{"m1 mass level"}},
		{"one that does something else than most is told beside them", []string{"m1/a mass level 1 5", "m1/b mass level 1 5", "m1/c mass level 1 5", "m1/d mass spread 1 8"}, []string{"m1 mass level", "m1/d mass spread"}},
		{"one that departs to the other side than most as well", []string{"m1/a mass level 1 5", "m1/b mass level 1 5", "m1/c mass level 1 5", "m1/d mass level -1 8"}, []string{"m1 mass level", "m1/d mass level"}},
		{"one of most that does something else later is one of most", []string{"m1/a mass level 1 5", "m1/b mass level 1 5", "m1/c mass level 1 5", "m1/a mass spread 1 8"}, []string{"m1 mass level"}},
		{"a characteristic says more than verdicts", []string{"m1 - share 1 9", "m1/a mass share 1 1"}, []string{"m1/a mass share"}},
		{"verdicts that were told stay beside it", []string{"m1 - share 1 1", "m1/a mass share 1 9"}, []string{"m1 - share", "m1/a mass share"}},
		{"verdicts alone are told", []string{"m1 - share 1 1", "m2/a mass share 1 9"}, []string{"m1 - share", "m2/a mass share"}},
		{"another machine is another cause", []string{"m1/a mass level 1 5", "m2/a mass level 1 5"}, []string{"m1/a mass level", "m2/a mass level"}},
	} {
		t.Run(c.fact, func(t *testing.T) {
			var all []Told
			for _, text := range c.all {
				all = append(all, departing(t, text))
			}
			var got []string
			for _, d := range Causes(all, nil) {
				place := strings.Trim(d.Key.Equipment+"/"+d.Key.Position, "/")
				got = append(got, strings.Join([]string{or(place), or(d.Key.Characteristic), d.What}, " "))
			}
			slices.Sort(got)
			slices.Sort(c.one)
			if !slices.Equal(got, c.one) {
				t.Errorf("told are %q, want %q", got, c.one)
			}
			slices.Reverse(all)
			if again := Causes(all, nil); len(again) != len(got) {
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

func TestWhatIsToldStaysToldUntilItIsOver(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for i := range 600 {
		var all []Told
		for range 3 + random.IntN(9) {
			place := []string{"m1", "m1", "m1/a", "m1/b", "m1/c", "m2/a", "-"}[random.IntN(7)]
			characteristic := []string{"mass", "depth", "gap", "vacuum", "-"}[random.IntN(5)]
			first := 1 + random.IntN(20)
			all = append(all, departing(t, fmt.Sprintf("%s %s %s 1 %d-%d", place, characteristic, whats[random.IntN(3)], first, first+1+random.IntN(20))))
		}
		told, beside := map[summary.Key]Told{}, i%2 == 0
		for at := int64(1); at < 45; at++ {
			now := map[summary.Key]Told{}
			for _, d := range Causes(seenAt(all, at), restAt(at, beside)) {
				if _, twice := now[d.Key]; twice {
					t.Fatalf("at %d two are told of %v", at, d.Key)
				}
				now[d.Key] = d
			}
			for key, d := range told {
				// What departs beside its parts is over by itself, whatever else of its place is explained by them.
				if _, still := now[key]; still || !lasts(all, d, at) || beside && d.LastMs <= at {
					continue
				}
				t.Fatalf("at %d %v is told no more, and is not over: of\n%s\nare told\n%s", at, key, spelled(seenAt(all, at)), spelled(slices.Collect(maps.Values(now))))
			}
			told = now
		}
	}
}

// restAt finds of what some numbers of parts explain, with luck, that it departs beside them from some minutes later on; or never.
func restAt(at int64, ever bool) Rest {
	return func(of Told, parts []Told) []Episode {
		places := map[summary.Key]bool{}
		for _, part := range parts {
			places[part.Key] = true
		}
		luck := rand.New(rand.NewPCG(uint64(of.FirstMs), uint64(len(places)))) //nolint:gosec // minutes
		e := of.Episode
		e.Stream, e.FirstMs = slices.Index(of.Keys, of.Key), e.FirstMs+luck.Int64N(9)
		if !ever || e.Stream < 0 || luck.IntN(2) == 0 || e.FirstMs > at {
			return nil
		}
		return []Episode{e}
	}
}

func spelled(all []Told) (out string) {
	for _, d := range all {
		out += fmt.Sprintf("%s/%s %s %s %d-%d %v\n", d.Key.Equipment, d.Key.Position, d.Key.Characteristic, d.What, d.FirstMs, d.LastMs, d.Over)
	}
	return out
}

// seenAt are episodes as they were at a moment.
func seenAt(all []Told, at int64) (out []Told) {
	for _, d := range all {
		if d.FirstMs <= at {
			d.Over = d.LastMs <= at
			out = append(out, d)
		}
	}
	return out
}

// lasts tells whether what was told at the moment before is on: what departs itself, else what departs alike of its parts.
func lasts(all []Told, told Told, at int64) bool {
	on := func(at int64, of func(key summary.Key, what string) bool) bool {
		return slices.ContainsFunc(all, func(d Told) bool { return d.FirstMs <= at && at < d.LastMs && of(d.Key, d.What) })
	}
	itself := func(key summary.Key, _ string) bool { return key == told.Key }
	if on(at-1, itself) {
		return on(at, itself)
	}
	return on(at, func(key summary.Key, what string) bool {
		return key.Characteristic == told.Key.Characteristic && what == told.What && within(key.Stream, told.Key.Stream)
	})
}

func TestOfAMachineOfWhichNoMoreThanHalfAreLeftThePartsAreBelowZero(t *testing.T) {
	var all []Told
	for _, text := range []string{"m1/a mass level 1 5", "m1/b mass level 1 5-8", "m1/c mass level 1 5-8"} {
		all = append(all, departing(t, text))
	}
	for at, want := range map[int64]int{7: 4, 8: -4} {
		for i := range all[1:] {
			all[1+i].Over = all[1+i].LastMs <= at
		}
		if got := Causes(all, nil); len(got) != 1 || got[0].PartsTold() != want {
			t.Errorf("at %d told is %+v, want one machine with %d parts", at, got, want)
		}
	}
}

func TestCausesThatAreOverAreGivenBesideThoseThatLast(t *testing.T) {
	var all []Told
	for _, text := range []string{
		"m1/a mass spread 1 5-9", "m1 mass spread 1 6-8", "m1/a mass level 1 20", "m1/b depth level 1 3-7", "m2/a mass level 1 2-4", "m2/b mass level 1 2-4", "m2/c mass level 1 2-4",
	} {
		all = append(all, departing(t, text))
	}
	said := func(told []Told) (out []string) {
		for _, d := range told {
			out = append(out, fmt.Sprint(d.Key.Equipment, "/", d.Key.Position, " ", d.Key.Characteristic, " ", d.What, " ", d.Begins()))
		}
		return out
	}
	on, over := CausesUntilNow(all, nil)
	if got := said(on); !slices.Equal(got, []string{"m1/a mass level 20"}) {
		t.Errorf("on are %q", got)
	}
	if got := said(over); !slices.Equal(got, []string{"m2/ mass level 2", "m1/b depth level 3", "m1/a mass spread 5"}) {
		t.Errorf("over are %q; want the machine of most positions, and the positions, but no machine that wavers with its position", got)
	}
}

func TestMostAreLateOnlyIfAllOfThemAre(t *testing.T) {
	for _, late := range [][]bool{{true, false, false}, {false, false, true}, {true, true, true}} {
		var all []Told
		for i, text := range []string{"m1/a mass level 1 4", "m1/b mass level 1 5", "m1/c mass level 1 5"} {
			d := departing(t, text)
			d.Late = late[i]
			all = append(all, d)
		}
		for _, d := range Causes(all, nil) {
			if d.Key.Position == "" && d.Late != !slices.Contains(late, false) {
				t.Errorf("of parts that are late %v most are late: %v", late, d.Late)
			}
		}
	}
}

func TestWhatMostPartsDoConcernsThosePartsAlone(t *testing.T) {
	var all []Told
	for _, text := range []string{"m1/a mass level 1 5", "m1/b mass level 1 5", "m1/c mass level 1 5"} {
		all = append(all, departing(t, text))
	}
	most := Causes(all, nil)[0]
	for position, concerned := range map[string]bool{"": true, "a": true, "c": true, "d": false} {
		of := all[0].Key.Stream
		of.Position = position
		if most.Concerns(of) != concerned {
			t.Errorf("position %q: concerned is %v", position, !concerned)
		}
	}
}
