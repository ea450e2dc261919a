package problem

import (
	"fmt"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
)

// ownRule reads {k, n, beyond, sameSide}.
func ownRule(own *fields) spc.Rule {
	k, n := own.whole("k", 0), own.whole("n", 0)
	if k > n {
		complain(own.name("k"), "must be at most n (%d), not %d", n, k)
	}
	return spc.OwnRule(own.text("id", ""), k, n, own.number("beyond", 0), own.has("sameSide") && !own.flag("sameSide"))
}

// readRules reads ids, names of sets and own rules; the names of otherwise where none are stated.
func readRules(f *fields, otherwise ...any) []spc.Rule {
	list := f.list("rules")
	if list == nil {
		list = otherwise
	}
	rules := []spc.Rule{}
	for i, entry := range list {
		if stated, ok := entry.(map[string]any); ok {
			rules = spc.AddRules(rules, ownRule(&fields{stated, fmt.Sprintf("%s[%d]", f.name("rules"), i)}))
			continue
		}
		name, _ := entry.(string)
		rules = spc.AddRules(rules, spc.FindRules(name)...)
	}
	return rules
}
