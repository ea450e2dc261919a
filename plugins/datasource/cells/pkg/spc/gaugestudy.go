package spc

import "math"

// GaugeTable is a balanced crossed study: every operator measures every part equally often; values lie at
// [(part·Operators + operator)·Trials + trial].
type GaugeTable struct {
	Parts, Operators, Trials int
	Values                   []float64
}

// GaugeTableOf sorts measurements with their part and operator into the table; ok is false where the study is not balanced or
// below 2 parts, 2 operators or 2 trials.
func GaugeTableOf(values []float64, parts, operators []int) (t GaugeTable, ok bool) {
	for i := range values {
		t.Parts, t.Operators = max(t.Parts, parts[i]+1), max(t.Operators, operators[i]+1)
	}
	cells := t.Parts * t.Operators
	if t.Parts < 2 || t.Operators < 2 || len(values)%cells != 0 || len(values)/cells < 2 {
		return t, false
	}
	t.Trials, t.Values = len(values)/cells, make([]float64, len(values))
	filled := make([]int, cells)
	for i, x := range values {
		cell := parts[i]*t.Operators + operators[i]
		if filled[cell] >= t.Trials || x != x {
			return t, false
		}
		t.Values[cell*t.Trials+filled[cell]] = x
		filled[cell]++
	}
	return t, true
}

// GaugeStudy are the variances of a study's sources. InteractionP is NaN by ranges.
type GaugeStudy struct {
	Repeatability, Operator, Interaction, Part float64
	InteractionP                               float64
	InteractionKept                            bool
}

// Gauge is the variance of the measurement, Total that of everything.
func (s GaugeStudy) Gauge() float64 { return s.Repeatability + s.Operator + s.Interaction }

// Total is the variance of gauge and parts together.
func (s GaugeStudy) Total() float64 { return s.Gauge() + s.Part }

// Categories is the number of distinct categories, 1.41 σ_part/σ_gauge cut to a whole number, at least 1.
func (s GaugeStudy) Categories() float64 { return max(1, math.Floor(1.41*math.Sqrt(s.Part/s.Gauge()))) }

// ByANOVA is the crossed study by analysis of variance, parts and operators random (AIAG, Measurement Systems Analysis, 4th ed.
// 2010, pp. 123–128). The interaction is pooled with the error where its p is above alpha; negative components are 0.
func (t GaugeTable) ByANOVA(alpha float64) GaugeStudy {
	p, o, r, n := float64(t.Parts), float64(t.Operators), float64(t.Trials), float64(len(t.Values))
	grand := sum(t.Values) / n
	part, operator, cell := make([]float64, t.Parts), make([]float64, t.Operators), make([]float64, t.Parts*t.Operators)
	for i, x := range t.Values {
		at, d := i/t.Trials, x-grand
		cell[at] += d / r
		part[at/t.Operators] += d / (o * r)
		operator[at%t.Operators] += d / (p * r)
	}
	ssError, ssInteraction, ssPart, ssOperator := 0.0, 0.0, 0.0, 0.0
	for i, x := range t.Values {
		d := x - grand - cell[i/t.Trials]
		ssError += d * d
	}
	for at, m := range cell {
		d := m - part[at/t.Operators] - operator[at%t.Operators]
		ssInteraction += r * d * d
	}
	for _, m := range part {
		ssPart += o * r * m * m
	}
	for _, m := range operator {
		ssOperator += p * r * m * m
	}
	dfError, dfInteraction := p*o*(r-1), (p-1)*(o-1)
	msPart, msOperator := ssPart/(p-1), ssOperator/(o-1)
	msInteraction, msError := ssInteraction/dfInteraction, ssError/dfError
	s := GaugeStudy{InteractionP: FCDF(msInteraction/msError, dfInteraction, dfError, true)}
	s.InteractionKept = s.InteractionP <= alpha
	beside := (ssInteraction + ssError) / (dfInteraction + dfError)
	s.Repeatability = beside
	if s.InteractionKept {
		s.Repeatability, beside = msError, msInteraction
		s.Interaction = max(0, (msInteraction-msError)/r)
	}
	s.Operator, s.Part = max(0, (msOperator-beside)/(p*r)), max(0, (msPart-beside)/(o*r))
	return s
}

// ByRanges is the average and range method (AIAG MSA 4th ed. 2010, pp. 118–123): EV = R̄/d₂(trials), AV = √((X̄diff/d₂*)² −
// EV²/(parts·trials)), PV = Rp/d₂*, constants computed, not rounded. No interaction.
func (t GaugeTable) ByRanges() GaugeStudy {
	p, o, r := float64(t.Parts), float64(t.Operators), float64(t.Trials)
	part, operator, ranges := make([]float64, t.Parts), make([]float64, t.Operators), 0.0
	for at := range t.Parts * t.Operators {
		low, high := math.Inf(1), math.Inf(-1)
		for _, x := range t.Values[at*t.Trials : (at+1)*t.Trials] {
			low, high = min(low, x), max(high, x)
			part[at/t.Operators] += x / (o * r)
			operator[at%t.Operators] += x / (p * r)
		}
		ranges += high - low
	}
	// d₂* of one range is √(d₂² + d₃²) (Duncan, Quality Control and Industrial Statistics, 5th ed., appendix D3).
	sigma := func(means []float64) float64 {
		low, high := math.Inf(1), math.Inf(-1)
		for _, m := range means {
			low, high = min(low, m), max(high, m)
		}
		d2, d3 := D2D3(len(means))
		return (high - low) / math.Sqrt(d2*d2+d3*d3)
	}
	d2, _ := D2D3(t.Trials)
	ev, av, pv := ranges/(p*o)/d2, sigma(operator), sigma(part)
	return GaugeStudy{
		Repeatability: ev * ev, Operator: max(0, av*av-ev*ev/(p*r)), Part: pv * pv, InteractionP: math.NaN(),
	}
}
