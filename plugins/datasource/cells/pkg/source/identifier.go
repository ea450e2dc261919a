package source

import (
	"regexp"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
)

var namePattern = regexp.MustCompile(`^[a-z][a-z0-9_]{0,62}$`)

// CheckIdentifier accepts item IDs, sites, equipment and the like; what names the value in the error.
func CheckIdentifier(what, value string) error {
	switch {
	case value == "":
		return Mistake("%s is empty; name one", what)
	case strings.Contains(value, "$"):
		return Mistake("%s still holds a variable: %q; alert rules and provisioned queries need the value itself", what, value)
	case !record.Identifier.MatchString(value):
		return Mistake("%s %q is not an identifier: letters, digits and . _ : / - are allowed, at most 64, beginning with a letter or digit", what, value)
	}
	return nil
}

// CheckName accepts names of stations, characteristics and other fields.
func CheckName(what, value string) error {
	switch {
	case value == "":
		return Mistake("%s is empty; name one", what)
	case strings.Contains(value, "$"):
		return Mistake("%s still holds a variable: %q; alert rules and provisioned queries need the value itself", what, value)
	case !namePattern.MatchString(value):
		return Mistake("%s %q is not a name: small letters, digits and _ are allowed, at most 63, beginning with a letter", what, value)
	}
	return nil
}

// CheckNames accepts lists of names.
func CheckNames(what string, values []string) error {
	for _, v := range values {
		if err := CheckName(what, v); err != nil {
			return err
		}
	}
	return nil
}
