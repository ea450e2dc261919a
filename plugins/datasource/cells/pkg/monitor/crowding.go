package monitor

import "math"

// crowding is how bad items lie in windows.
type crowding struct{ windows, judged, bad, squares float64 }

func (c *crowding) add(bad, judged int) {
	if judged > 0 {
		c.windows++
		c.judged += float64(judged)
		c.bad += float64(bad)
		c.squares += float64(bad) * float64(bad) / float64(judged)
	}
}

// asOne is how many items count as one: the variance of the bad ones of windows about their common share over what it is where each
// item is bad by itself (Pearson's X² over its degrees of freedom; McCullagh and Nelder 1989, 4.5), no less than 1.
func (c *crowding) asOne() float64 {
	share := c.bad / c.judged
	more := (c.squares - c.bad*share) / (share * (1 - share)) / (c.windows - 1)
	if !(more > 1) {
		return 1
	}
	return more
}

// tail is the probability of at least so many bad ones of all items by a rate, as many counting as one as crowd together.
func (c *crowding) tail(rate Rate, bad int) float64 {
	one := c.asOne()
	count := func(items float64) int { return int(math.Round(items / one)) }
	return rate.Tail(count(float64(bad)), count(c.judged))
}
