package summary

// Replace puts the steps of another book in place of those that begin in [from, to).
func (b *Book) Replace(from, to int64, by *Book) {
	// theirs are the places in the other book by those in this one.
	theirs := map[int]int{}
	for place, stream := range by.streams {
		if _, known := b.places.of(stream, b.streams); known || b.admit(stream) {
			theirs[b.place(stream)] = place
		}
	}
	for _, c := range by.columns {
		b.column(c.characteristic)
	}
	for _, c := range b.columns {
		other := by.find(c.characteristic)
		for place := range b.streams {
			var anew Series
			if at, known := theirs[place]; known && other != nil && at < len(other.kept) {
				anew = by.stepsOf(other, &other.kept[at])
			}
			if place < len(c.kept) || len(anew.blocks) > 0 {
				b.replace(c, b.of(c, place), from, to, anew)
			}
		}
	}
}

func (b *Book) replace(c *column, k *kept, from, to int64, anew Series) {
	old := b.stepsOf(c, k)
	if len(anew.blocks) == 0 && (len(old.blocks) == 0 || !old.Between(from, to).Any()) {
		return
	}
	k.blocks = replaced(old, anew, from, to)
	if (len(old.blocks) == 0) != (len(k.blocks) == 0) {
		b.version++
	}
}
