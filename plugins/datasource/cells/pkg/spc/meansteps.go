package spc

// meanSteps is the mean number of steps to absorption from every state of a chain: x of (I − K) x = 1, kernel K row-major (it is
// overwritten), exit the probability to be absorbed from each state. Elimination in the manner of Grassmann, Taksar & Heyman
// 1985 (Operations Research 33, 1107–1116): the diagonal comes from the other entries and the exits, so that nothing is
// subtracted and a mean of 10²⁰ has its digits like one of 10. gonum's LU would subtract.
func meanSteps(kernel, exit []float64) []float64 {
	n := len(exit)
	row := func(i int) []float64 { return kernel[i*n : i*n+n] }
	out, steps, leave := make([]float64, n), make([]float64, n), make([]float64, n)
	copy(out, exit)
	fill(steps, 1)
	for k := n - 1; k >= 0; k-- {
		from := row(k)[:k]
		leave[k] = out[k]
		for _, x := range from {
			leave[k] += x
		}
		for i := range k {
			to := row(i)
			share := to[k] / leave[k]
			if share == 0 {
				continue
			}
			for j, x := range from {
				to[j] += share * x
			}
			out[i] += share * out[k]
			steps[i] += share * steps[k]
		}
	}
	for k := range n {
		for j, x := range row(k)[:k] {
			steps[k] += x * steps[j]
		}
		steps[k] /= leave[k]
	}
	return steps
}
