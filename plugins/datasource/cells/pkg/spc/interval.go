package spc

import "math"

// Interval of an index; both NaN where none can be given.
type Interval struct{ Low, High float64 }

// CpInterval is index·√(χ²(α/2, ν)/ν) … index·√(χ²(1 − α/2, ν)/ν) of Cp or Pp (Kane 1986, J. Quality Technology 18, 41–52;
// Montgomery, ISQC 7th ed., eq. 8.19). Independent normal values.
func CpInterval(index, df, confidence float64) Interval {
	tail := (1 - confidence) / 2
	return Interval{
		index * math.Sqrt(ChiSquareQuantile(tail, df)/df),
		index * math.Sqrt(ChiSquareQuantile(1-tail, df)/df),
	}
}

// CpkInterval is index ∓ z·√(1/(9n) + index²/(2ν)) of Cpk or Ppk (Bissell 1990, Applied Statistics 39, 331–340; Montgomery,
// eq. 8.21). Independent normal values.
func CpkInterval(index, n, df, confidence float64) Interval {
	half := NormalQuantile(0.5+confidence/2) * math.Sqrt(1/(9*n)+index*index/(2*df))
	return Interval{index - half, index + half}
}

// CpmInterval is index·√(χ²(·, ν)/ν) with ν = n(1 + a)²/(1 + 2a), a = ((x̄ − T)/s)² (Boyles 1991, J. Quality Technology 23, 17–26).
func CpmInterval(index, n, a, confidence float64) Interval {
	return CpInterval(index, n*(1+a)*(1+a)/(1+2*a), confidence)
}

// sBarFactors are Minitab's factors of S̄ ("Capability analysis: degrees of freedom"), by average subgroup size.
var sBarFactors = []struct{ upTo, factor float64 }{
	{2, 0.88}, {3, 0.92}, {4, 0.94}, {5, 0.95}, {7, 0.96}, {9, 0.97}, {17, 0.98}, {64, 0.99},
}

// intervalDF are the degrees of freedom of σ within for intervals: of the estimator itself (""), as minitab or n-1 (qcc) print.
func intervalDF(choice string, e Estimate, n int) float64 {
	if choice == "n-1" {
		return float64(n - 1)
	}
	if choice != "minitab" {
		return e.DF
	}
	count := float64(e.Count)
	size := float64(n) / count
	switch e.Method {
	case "r-bar", "r-bar-plain":
		return 0.9 * count * (size - 1)
	case "s-bar", "s-bar-plain":
		for _, f := range sBarFactors {
			if size <= f.upTo {
				return f.factor * count * (size - 1)
			}
		}
		return count * (size - 1)
	case "mr-bar", "median-mr":
		return count
	}
	return e.DF
}
