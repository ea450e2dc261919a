package monitor

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const (
	// blockWindows are counted together to see whether shares differ from one time to another by more than chance.
	blockWindows = 8
	// shown is how many standard errors make a difference a shown one.
	shown = 2
)

// steadyItems is of how many items the share of a stream is known however long it is watched, since it differs from lot to lot: ν of
// a beta-binomial distribution with the variance n p (1 − p) (1 + (n − 1)/(ν + 1)) of bad ones in blocks of n (by moments; Laney's σ
// of z is the same factor). Infinite where blocks differ by no more than chance.
func steadyItems(windows []Window, own []summary.Step) float64 {
	var s scatter
	block := make([]summary.Step, len(own))
	for i, w := range windows {
		for stream, step := range w.Steps {
			block[stream] = block[stream].WithVerdicts(step)
		}
		if (i+1)%blockWindows == 0 {
			for stream := range block {
				s.add(block[stream], own[stream])
			}
			clear(block)
		}
	}
	return s.items()
}

// scatter sums squares of distances from what is expected, in its binomial variances.
type scatter struct{ squares, doubt, items1, blocks float64 }

func (s *scatter) add(block, own summary.Step) {
	if block.Judged == 0 || own.Bad == 0 || own.Bad == own.Judged {
		return
	}
	n, p := float64(block.Judged), float64(own.Bad)/float64(own.Judged)
	variance := n * p * (1 - p)
	d := float64(block.Bad) - n*p
	s.squares += d * d / variance
	s.doubt += 2 + 1/variance
	s.items1 += n - 1
	s.blocks++
}

func (s *scatter) items() float64 {
	more := s.squares/s.blocks - 1
	if !(more > shown*math.Sqrt(s.doubt)/s.blocks) || s.items1 <= 0 {
		return math.Inf(1)
	}
	return max(1, s.items1/s.blocks/more-1)
}
