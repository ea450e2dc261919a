package influx

import (
	"fmt"
	"unsafe"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// appendValue reads one JSON value into a column. An empty text is missing: InfluxDB has no empty tags.
func appendValue(c *table.Column, s *scanner) error {
	first, err := s.peek()
	if err != nil {
		return s.fail()
	}
	if first == '"' {
		b, err := s.text()
		if err != nil {
			return err
		}
		if c.Kind != table.Text {
			return fmt.Errorf("field %q holds text where a number is expected; a station wrote it with the wrong type", c.Name)
		}
		appendText(c, b)
		return nil
	}
	b, err := s.word()
	if err != nil {
		return err
	}
	return appendWord(c, b)
}

func appendText(c *table.Column, b []byte) {
	if len(b) == 0 {
		c.AppendMissing()
		return
	}
	c.AppendText(unsafe.String(unsafe.SliceData(b), len(b))) // the column copies it
}

func appendWord(c *table.Column, b []byte) error {
	if isNull(b) {
		c.AppendMissing()
		return nil
	}
	switch c.Kind {
	case table.Float:
		v, err := parseFloat(b)
		if err != nil {
			return fmt.Errorf("field %q: %q is not a number", c.Name, b)
		}
		c.AppendFloat(v)
	case table.Int, table.Time:
		v, err := parseInt(b)
		if err != nil {
			return fmt.Errorf("field %q: %w", c.Name, err)
		}
		c.AppendInt(v)
	case table.Bool:
		c.AppendBool(b[0] == 't')
	default:
		appendText(c, b)
	}
	return nil
}
