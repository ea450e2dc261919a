package source

import "time"

// Range is half open.
type Range struct{ From, To time.Time }
