package spc

// onHit is told each hit: the usable point that completes the pattern and its side (+1 high, −1 low, 0 both).
type onHit = func(i, side int)

// walk runs one test over the sides of points on its line: its stepper, by the table of its states.
func (test Test) walk(sides []uint8, hit onHit) {
	t := test.table()
	next, left := t.next, int32(tableColumns*len(t.memories))
	var memory []int32
	row := int32(0)
	for i, side := range sides {
		to := next[row+int32(side)]
		if to&(askStepper|toldBits) != 0 {
			if to == askStepper {
				if memory == nil {
					memory = make([]int32, t.stepper.words)
				}
				switch {
				case side >= freshSide:
					clear(memory)
				case row != left:
					copy(memory, t.memories[row/tableColumns])
				}
				to = left | int32(t.stepper.step(memory, t.side[side%freshSide]))&toldBits
			}
			switch to & toldBits {
			case int32(toldHigh):
				hit(i, 1)
			case int32(toldLow) & toldBits:
				hit(i, -1)
			case int32(toldBoth):
				hit(i, 0)
			}
		}
		row = to &^ (tableColumns - 1)
	}
}
