package source

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func seconds(pairs ...int) []Range {
	var out []Range
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, Range{From: time.Unix(int64(pairs[i]), 0), To: time.Unix(int64(pairs[i+1]), 0)})
	}
	return out
}

func TestRangesFurtherApartThanTheSlackAreReadApart(t *testing.T) {
	got := Cover(seconds(10, 20, 22, 30, 40, 50), 8)
	if want := seconds(9, 31, 39, 51); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOfTooManyRangesTheSmallestGapsAreReadAsWell(t *testing.T) {
	got := Cover(seconds(10, 20, 25, 30, 35, 40, 50, 60), 2)
	if want := seconds(9, 41, 49, 61); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestHundredsOfScatteredMinutesAreReadInAFewRangesThatHoldThemAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	var wanted []Range
	at := time.Unix(0, 0)
	for range 400 {
		at = at.Add(time.Duration(2+rng.IntN(600)) * time.Minute)
		wanted = append(wanted, Range{From: at, To: at.Add(time.Minute)})
	}
	got := Cover(wanted, MaxRanges)
	if len(got) != MaxRanges {
		t.Fatalf("%d ranges, want %d", len(got), MaxRanges)
	}
	for _, w := range wanted {
		if !slices.ContainsFunc(got, func(r Range) bool {
			return !r.From.After(w.From.Add(-rowTimeSlack)) && !r.To.Before(w.To.Add(rowTimeSlack))
		}) {
			t.Errorf("%v is not read", w)
		}
	}
	for i := 1; i < len(got); i++ {
		if !got[i].From.After(got[i-1].To) {
			t.Errorf("rows between %v and %v would be read twice", got[i-1].To, got[i].From)
		}
	}
}
