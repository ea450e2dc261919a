package table

import "fmt"

// Kind is the type of a column's values.
type Kind uint8

// The kinds of columns. Time is an instant in nanoseconds since the Unix epoch.
const (
	Time Kind = iota
	Int
	Float
	Text
	Bool
)

var kindNames = [...]string{Time: "time", Int: "int", Float: "float", Text: "text", Bool: "bool"}

// String gives the kind's name: time, int, float, text, bool.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// ParseKind is the inverse of Kind.String.
func ParseKind(name string) (Kind, error) {
	for k, n := range kindNames {
		if n == name {
			return Kind(k), nil
		}
	}
	return 0, fmt.Errorf("%q is no kind of column; use time, int, float, text or bool", name)
}
