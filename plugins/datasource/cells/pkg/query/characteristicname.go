package query

import "slices"

// checkCharacteristics refuses what no characteristic can be called: the columns that every visit has.
func checkCharacteristics(names []string) error {
	for _, name := range names {
		_, fixed := visitFields[name]
		if fixed || isLot(name) || slices.Contains(madeColumns, name) || slices.Contains(visitColumns, name) {
			return userErrorf("characteristic %q is a column that every visit has; name measured values only", name)
		}
	}
	return checkNames("characteristic", names)
}
