package summary

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestStepsTogetherAreTheStepOfAllTheirValues(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		all, parts := Step{Begin: 10}, Step{}
		for part := range 1 + random.IntN(5) {
			one := Step{Begin: int64(10 + part)}
			for range random.IntN(6) {
				v := 1e6 + random.NormFloat64()
				one.Add(v)
				all.Add(v)
				bad := random.IntN(3) == 0
				one.Judge(bad, false)
				all.Judge(bad, false)
			}
			parts = parts.With(one)
		}
		same := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a)) }
		if parts.N != all.N || parts.Bad != all.Bad || parts.Judged != all.Judged || !same(parts.Mean, all.Mean) || math.Abs(parts.SS-all.SS) > 1e-6 {
			t.Fatalf("parts together are %+v, all at once %+v", parts, all)
		}
	}
}

func TestAStepWithoutItsFarthestValueIsAsIfThatHadNotBeenMeasured(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var joined, want Step
		parts := make([]Step, 3)
		for range 12 {
			v := 50 + random.NormFloat64()
			parts[random.IntN(3)].Add(v)
			want.Add(v)
		}
		parts[random.IntN(3)].Add(90)
		for _, part := range parts {
			joined = joined.With(part)
		}
		got := joined.Without()
		if got.N != want.N || math.Abs(got.Mean-want.Mean) > 1e-9 || math.Abs(got.SS-want.SS) > 1e-6 {
			t.Fatalf("without 90 it is %+v, want %+v", got, want)
		}
	}
}

func TestTheVarianceOfOneValueIsUnknown(t *testing.T) {
	var s Step
	if s.Add(3); !math.IsNaN(s.Variance()) {
		t.Errorf("got %v", s.Variance())
	}
	if s.Add(5); s.Variance() != 2 {
		t.Errorf("3 and 5: got %v, want 2", s.Variance())
	}
}

func TestABookKeepsStepsInOrderWhateverTheOrderOfItsRows(t *testing.T) {
	book := NewBook(100)
	key := Key{Characteristic: "length"}
	for _, ms := range []int64{950, 120, 180, 400} {
		book.Change(key, ms, func(s *Step) { s.Add(float64(ms)) })
	}
	steps := slices.Collect(book.Steps(key).All())
	if len(steps) != 3 || steps[0].Begin != 100 || steps[0].N != 2 || steps[1].Begin != 400 || steps[2].Begin != 900 {
		t.Fatalf("got %+v", steps)
	}
	if got := book.Steps(key).Between(100, 900); len(slices.Collect(got.All())) != 2 {
		t.Errorf("between 100 and 900 lie %v, want two steps", got)
	}
	if got := book.Steps(key).Between(900, 100); got.Any() {
		t.Errorf("between 900 and 100 lies %v", got)
	}
}

func TestWhatIsReplacedIsAsIfItHadBeenCountedAtOnce(t *testing.T) {
	book, anew := NewBook(100), NewBook(100)
	a, b := Key{Characteristic: "length"}, Key{Characteristic: "width"}
	for _, ms := range []int64{50, 150, 250, 350} {
		book.Change(a, ms, func(s *Step) { s.Add(1) })
	}
	anew.Change(a, 160, func(s *Step) { s.Add(7) })
	anew.Change(b, 270, func(s *Step) { s.Add(8) })
	book.Replace(100, 300, anew)
	steps := slices.Collect(book.Steps(a).All())
	if len(steps) != 3 || steps[0].Begin != 0 || steps[1].Mean != 7 || steps[2].Begin != 300 || slices.Collect(book.Steps(b).All())[0].Begin != 200 {
		t.Errorf("got %+v and %+v", steps, book.Steps(b))
	}
	if book.Forget(300); book.Size() != 1 || len(book.KeysOf("width")) != 0 {
		t.Errorf("%d steps are left, want 1", book.Size())
	}
}

func TestTheValueFarthestFromTheMeanIsKnownWhereverItCame(t *testing.T) {
	for place := range 4 {
		values := []float64{1, 2, 3, 2}
		values[place] = 50
		var s Step
		for _, v := range values {
			s.Add(v)
		}
		if far := s.Mean + s.Far; math.Abs(far-50) > 1e-9 {
			t.Errorf("of %v the farthest is %g", values, far)
		}
	}
}
