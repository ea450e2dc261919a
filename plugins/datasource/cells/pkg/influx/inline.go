package influx

import (
	"fmt"
	"regexp"
	"strings"
)

var parameter = regexp.MustCompile(`\$p\d+`)

// inline writes bound values into a statement, for people to read and repeat; it is never sent.
func inline(text string, params map[string]any) string {
	return parameter.ReplaceAllStringFunc(text, func(name string) string {
		switch v := params[name[1:]].(type) {
		case string:
			return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`).Replace(v) + "'"
		case map[string]any:
			return "/" + strings.ReplaceAll(fmt.Sprint(v["regex"]), "/", `\/`) + "/"
		case nil:
			return name
		default:
			return fmt.Sprint(v)
		}
	})
}
