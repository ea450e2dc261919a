package spc

import (
	"encoding/binary"
	"slices"
)

// automaton is rules together as a finite automaton over zones of z; state 0 is the start, −1 the signal.
type automaton struct {
	// borders of the zones, ascending.
	borders []float64
	states  int
	// next has states × (borders + 1) entries: the next state or −1.
	next []int32
}

const mostStates = 200_000

// newAutomaton explores every memory that the rules can have (the construction of Champ & Woodall 1987, Technometrics 29,
// 393–399, without their minimisation). ok is false where a rule compares points with each other, so that zones do not suffice.
func newAutomaton(rules []Rule, limit float64) (a automaton, ok bool) {
	all := newSteppers(rules, limit)
	if a.borders, ok = all.borders(); !ok || len(a.borders) == 0 {
		return a, false
	}
	middles := []float64{a.borders[0] - 1}
	for i, border := range a.borders {
		if i+1 < len(a.borders) {
			middles = append(middles, (border+a.borders[i+1])/2)
		} else {
			middles = append(middles, border+1)
		}
	}
	memory, key := make([]int32, all.words), make([]byte, 0, 4*all.words)
	encode := func() string {
		key = key[:0]
		for _, word := range memory {
			key = binary.LittleEndian.AppendUint32(key, uint32(word))
		}
		return string(key)
	}
	known, memories := map[string]int32{encode(): 0}, [][]int32{slices.Clone(memory)}
	for state := 0; state < len(memories); state++ {
		for _, z := range middles {
			copy(memory, memories[state])
			if all.step(memory, z, 0) {
				a.next = append(a.next, -1)
				continue
			}
			name := encode()
			to, seen := known[name]
			if !seen {
				if len(memories) >= mostStates {
					return a, false
				}
				to = int32(len(memories))
				known[name] = to
				memories = append(memories, slices.Clone(memory))
			}
			a.next = append(a.next, to)
		}
	}
	a.states = len(memories)
	return a, true
}
