package spc

import (
	"encoding/binary"
	"slices"
)

const (
	// mostTableStates is what a table holds; a rule that meets more of them ("3 of 31") is stepped from there on.
	mostTableStates = 255
	// mostTableWords: memory of more words has hardly a state twice.
	mostTableWords = 8
	// tableColumns are the entries of a state: one a byte of a side, fresh or not.
	tableColumns = 2 * freshSide
	// toldBits are the bits of an entry below the row of the next state: what is told. askStepper: the table does not say.
	toldBits   = 3
	askStepper = 4
)

// ruleTable is the states that a stepper reaches, and what follows from each: a point costs one look into a table, the same for
// all shapes. Row 0 has forgotten every point; behind the rows of all states is that of a rule that has left the table.
type ruleTable struct {
	stepper shapeStepper
	// side of a point for each byte below freshSide.
	side [freshSide]int32
	// next has at row of the state + byte of the side: row of the next state with what is told, or askStepper.
	next []int32
	// memories is what each state remembers.
	memories [][]int32
}

var ruleTables = cache[Test, *ruleTable]{made: map[Test]*ruleTable{}}

// table is made once; not kept for windows of any length, of which there are too many.
func (test Test) table() *ruleTable {
	// Where the lines lie does not matter to the states.
	test.Z = 0
	if test.N > LongestWindow {
		return exploreTable(test)
	}
	return ruleTables.of(test, exploreTable)
}

func exploreTable(test Test) *ruleTable {
	t := &ruleTable{stepper: newShapeStepper(test), side: [freshSide]int32{-1, 0, 1, 0}}
	if test.Shape == Within {
		// Without σ a point is not within, and not beyond either.
		t.side[unknownSide] = 1
	}
	most := mostTableStates
	if t.stepper.words > mostTableWords {
		most = 1
	}
	memory, key := make([]int32, t.stepper.words), []byte(nil)
	encode := func() string {
		key = key[:0]
		for _, word := range memory {
			key = binary.LittleEndian.AppendUint32(key, uint32(word))
		}
		return string(key)
	}
	rows := map[string]int32{encode(): 0}
	t.memories = [][]int32{slices.Clone(memory)}
	for state := 0; state < len(t.memories); state++ {
		for _, side := range t.side {
			copy(memory, t.memories[state])
			told := int32(t.stepper.step(memory, side)) & toldBits
			name := encode()
			row, known := rows[name]
			switch {
			case known:
				t.next = append(t.next, row|told)
			case len(t.memories) >= most:
				t.next = append(t.next, askStepper)
			default:
				row = int32(tableColumns * len(t.memories))
				rows[name] = row
				t.memories = append(t.memories, slices.Clone(memory))
				t.next = append(t.next, row|told)
			}
		}
		t.next = append(t.next, t.next[:freshSide]...)
	}
	t.next = append(t.next, slices.Repeat([]int32{askStepper}, freshSide)...)
	t.next = append(t.next, t.next[:freshSide]...)
	return t
}
