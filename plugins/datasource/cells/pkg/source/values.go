package source

// AnyValues are texts as the values of a condition.
func AnyValues(values []string) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}
