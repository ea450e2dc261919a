package source

import "slices"

// MatchPlace applies those filters whose keys a place has.
func (fs Filters) MatchPlace(place map[string]string) bool {
	return !slices.ContainsFunc(fs, func(f CompiledFilter) bool {
		value, has := place[f.Key]
		return has && f.Compare(value, NotANumber) == f.Negative
	})
}
