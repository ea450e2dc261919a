package watch

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan/pushed"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/slowtest"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// pressing are what twelve nests of a machine, which has approved limits as a whole (σ 0.1 about 0), do in the last hours.
type pressing struct {
	// force is what a nest measures in place of noise, verdict whether the camera finds fault with it; hours are counted from the end.
	force   func(nest int, hours float64, noise float64) float64
	verdict func(nest int, hours float64, chance float64) bool
}

func usualForce(_ int, _ float64, noise float64) float64 { return noise }

func usualVerdict(_ int, _ float64, chance float64) bool { return chance < 0.01 }

// seen is what departs of the machine at the end.
func (of pressing) seen(t *testing.T, route string) []Episode {
	t.Helper()
	rows := rowsOfPlan(t)
	for _, row := range rows {
		if row.Measurement == "characteristic" && row.Tags["characteristic"] == "force" {
			row.Fields["route"] = route
		}
	}
	whole := summary.Stream{Site: "s1", Line: "l1", Station: "weld", Equipment: "w-1", Product: "big"}
	p, err := pushed.Plan(slices.Concat(rows, limitsOf([]summary.Stream{whole})))
	if err != nil {
		t.Fatal(err)
	}
	from, until := int64(origin+day), int64(origin+7*day)
	s := &station{name: "weld", counting: control.NewCounting(p, "weld", 1), book: summary.NewBook(control.StepMs(p, "weld", 1))}
	random := rand.New(rand.NewPCG(7, 7))
	for begin := from; begin < until; begin += s.book.LengthMs {
		hours := float64(until-begin) / 3_600_000
		for nest := range 12 {
			stream := whole
			stream.Position = fmt.Sprint("n-", nest+1)
			for range 3 {
				v := control.Visit{Stream: stream, Ms: begin, Verdict: vocabulary.VerdictOK}
				if of.verdict(nest, hours, random.Float64()) {
					v.Verdict = vocabulary.VerdictNOK
				}
				value := of.force(nest, hours, 0.1*random.NormFloat64())
				s.counting.Count(s.book, v, func(name string) (float64, bool) { return value, name == "force" })
			}
		}
	}
	return s.judge(p, 1, from, until, 0).Episodes
}

// toldOf is what is told of the machine at the end: places, characteristics and what departs.
func (of pressing) toldOf(t *testing.T, route string) (told []string) {
	t.Helper()
	for _, e := range of.seen(t, route) {
		words := []string{strings.TrimSuffix(e.Key.Equipment+"/"+e.Key.Position, "/"), e.Key.Characteristic, e.What}
		told = append(told, strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " "))
	}
	slices.Sort(told)
	return told
}

func TestAPartIsToldForItsWholeOnlyAsFarAsItAccountsForIt(t *testing.T) {
	slowtest.ManyCells(t)
	// wavers is what the fourth nest does for twenty hours, by so many times.
	wavers := func(times float64) func(int, float64, float64) float64 {
		return func(nest int, hours, noise float64) float64 {
			if nest == 3 && hours <= 20 {
				return times * noise
			}
			return noise
		}
	}
	bulges := func(by float64) func(int, float64, float64) float64 {
		return func(nest int, hours, noise float64) float64 {
			if nest == 3 && hours <= 20 {
				return noise + by
			}
			return noise
		}
	}
	pump := func(before func(int, float64, float64) float64) func(int, float64, float64) float64 {
		return func(nest int, hours, noise float64) float64 {
			if hours <= 6 {
				noise += 0.3
			}
			return before(nest, hours, noise)
		}
	}
	camera := func(nest int, hours, chance float64) bool {
		return chance < 0.01 || nest == 7 && hours <= 6 && chance < 0.5
	}
	own := func(nest int, hours, chance float64) bool {
		return chance < 0.01 || nest == 3 && hours <= 6 && chance < 0.5
	}
	light := func(_ int, hours, chance float64) bool { return chance < 0.01 || hours <= 2 && chance < 0.04 }
	for _, c := range []struct {
		fact  string
		of    pressing
		route string
		told  []string
	}{
		{"nothing is told of nothing", pressing{usualForce, usualVerdict}, "maintenance", nil},
		{"a wavering nest", pressing{wavers(3), usualVerdict}, "maintenance", []string{"w-1/n-4 force spread"}},
		{"a nest that wavers so that its whole machine seems to", pressing{wavers(40), usualVerdict}, "maintenance", []string{"w-1/n-4 force spread"}},
		{"a nest so far off that it moves its machine", pressing{bulges(2), usualVerdict}, "maintenance", []string{"w-1/n-4 force level"}},
		{"a pump that moves all nests while one wavers", pressing{pump(wavers(3)), usualVerdict}, "maintenance", []string{"w-1 force level", "w-1/n-4 force spread"}},
		{"a pump that moves all nests while one moved the machine", pressing{pump(bulges(2)), usualVerdict}, "maintenance", []string{"w-1 force level", "w-1/n-4 force level"}},
		{"a camera that finds fault with another nest", pressing{wavers(3), camera}, "maintenance", []string{"w-1/n-4 force spread", "w-1/n-8 share"}},
		{"a camera that finds more fault with all nests", pressing{wavers(3), light}, "maintenance", []string{"w-1 share", "w-1/n-4 force spread"}},
		{"a camera that finds fault with the nest that wavers", pressing{wavers(3), own}, "maintenance", []string{"w-1/n-4 force spread"}},
		{"which another team is told of", pressing{wavers(3), own}, "quality", []string{"w-1/n-4 force spread", "w-1/n-4 share"}},
	} {
		t.Run(c.fact, func(t *testing.T) {
			if got := c.of.toldOf(t, c.route); !slices.Equal(got, c.told) {
				t.Errorf("told are %q, want %q", got, c.told)
			}
		})
	}
}

func TestWhatAPartAccountedForIsNotToldOnceThePartIsOver(t *testing.T) {
	slowtest.ManyCells(t)
	for quarters := range 12 {
		mended := float64(quarters) / 4
		off := func(nest int, hours float64) bool { return nest == 3 && hours <= 20 && hours > mended }
		of := pressing{
			func(nest int, hours, noise float64) float64 {
				if off(nest, hours) {
					return 4 * noise
				}
				return noise
			},
			func(nest int, hours, chance float64) bool { return chance < 0.01 || off(nest, hours) && chance < 0.5 },
		}
		for _, told := range of.toldOf(t, "maintenance") {
			if told != "w-1/n-4 force spread" {
				t.Errorf("%v h after a nest was mended is told: %s", mended, told)
			}
		}
	}
}

func TestWhatTheCameraFindsFaultWithIsNotOKAndNotOutOfSpec(t *testing.T) {
	camera := func(nest int, hours, chance float64) bool {
		return chance < 0.01 || nest == 7 && hours <= 6 && chance < 0.5
	}
	all := pressing{usualForce, camera}.seen(t, "maintenance")
	if len(all) != 1 || all[0].OutOfSpec != -1 || all[0].NotOK < 50 || all[0].NotOK > all[0].Cells {
		t.Errorf("got %+v", all)
	}
	wavering := pressing{func(nest int, hours, noise float64) float64 {
		if nest == 3 && hours <= 20 {
			return 3 * noise
		}
		return noise
	}, usualVerdict}.seen(t, "maintenance")
	if len(wavering) != 1 || wavering[0].OutOfSpec != 0 || wavering[0].NotOK != -1 {
		t.Errorf("got %+v", wavering)
	}
}
