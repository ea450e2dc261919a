package summary

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// stepAt is a step as stations make them: of one item or of many, of bad and late ones, of values with few decimals and of others.
func stepAt(random *rand.Rand, begin int64, verdicts bool) Step {
	s := Step{Begin: begin}
	for range 1 + random.IntN(4)*random.IntN(3) {
		bad := random.IntN(9) == 0
		s.Judge(bad, random.IntN(9) == 0)
		if !bad && !verdicts {
			s.Add([]float64{
				0, -3, 800.1, -0.000037, 202.25, 12345.678901, 1e300, 1e-9, random.NormFloat64(), math.Round(1e4*random.NormFloat64()) / 1e4,
			}[random.IntN(10)])
		}
	}
	return s
}

// singly is a step as it is kept: its spread with the digits of single precision.
func singly(s Step) Step {
	s.SS, s.Far = float64(float32(s.SS)), float64(float32(s.Far))
	return s
}

// alike are steps of which nothing differs but, of several values, what of the mean is beyond its thirteenth digit.
func alike(a, b Step) bool {
	if a.N > 1 && math.Abs(a.Mean-b.Mean) <= 1e-13*math.Abs(b.Mean) {
		a.Mean = b.Mean
	}
	return a == b
}

func TestStepsAreKeptExactlyWhateverIsChangedReplacedAndForgotten(t *testing.T) {
	const length = 300_000
	for _, key := range []Key{{Characteristic: "length"}, {}} {
		random := rand.New(rand.NewPCG(5, 6))
		book, want := NewBook(length), map[int64]Step{}
		at := func() int64 { return (1_000_000 + random.Int64N(700)) * length }
		for range 4000 {
			switch from, to := at(), at(); random.IntN(8) {
			case 0:
				other := NewBook(length)
				maps.DeleteFunc(want, func(begin int64, _ Step) bool { return begin >= from && begin < to })
				for begin := from; begin < to; begin += length {
					if random.IntN(3) == 0 {
						s := stepAt(random, begin, key.Characteristic == "")
						other.Change(key, begin, func(step *Step) { *step = s })
						want[begin] = singly(s)
					}
				}
				book.Replace(from, max(from, to), other)
			case 1:
				if random.IntN(20) == 0 {
					book.Forget(from)
					maps.DeleteFunc(want, func(begin int64, _ Step) bool { return begin < from })
				}
			default:
				s := stepAt(random, from, key.Characteristic == "")
				book.Change(key, from+random.Int64N(length), func(step *Step) { *step = s })
				want[from] = singly(s)
			}
			from, to := at(), at()
			var expected []Step
			for _, begin := range slices.Sorted(maps.Keys(want)) {
				if begin >= from && begin < to {
					expected = append(expected, want[begin])
				}
			}
			if got := slices.Collect(book.Steps(key).Between(from, to).All()); !slices.EqualFunc(got, expected, alike) {
				t.Fatalf("got\n%v\nwant\n%v", got, expected)
			}
		}
		if book.Size() != len(want) || len(want) < 100 {
			t.Errorf("%d steps are kept, want %d", book.Size(), len(want))
		}
	}
}

func TestANozzleThatFillsSixCellsAStepWeighsFourteenBytesAStep(t *testing.T) {
	const steps = 3 * 128
	random := rand.New(rand.NewPCG(5, 6))
	book := NewBook(300_000)
	for begin := range int64(steps) {
		for range 6 {
			book.Count(Stream{Station: "filling"}, "fill_mass", begin*300_000, math.Round(10*(800+0.8*random.NormFloat64()))/10, false, false)
		}
	}
	if book.Size() != steps || book.Bytes() > 14*steps {
		t.Errorf("%d steps weigh %d bytes, want at most 14 each", book.Size(), book.Bytes())
	}
}

func TestAChannelThatMeasuresOneItemNowAndThenWeighsLittle(t *testing.T) {
	const steps = 3 * 128
	random := rand.New(rand.NewPCG(5, 6))
	book := NewBook(300_000)
	measured := 0
	for begin := range int64(steps) {
		if random.IntN(4) == 0 {
			book.Count(Stream{Station: "formation"}, "capacity", begin*300_000, math.Round(10*(202+0.3*random.NormFloat64()))/10, false, false)
			measured++
		}
	}
	if book.Size() != measured || book.Bytes() > 3*measured {
		t.Errorf("%d steps weigh %d bytes, want at most three each", book.Size(), book.Bytes())
	}
}
