package influx

import (
	"errors"
	"fmt"
	"io"
)

// errTruncated says that the answer ended inside a JSON value.
var errTruncated = errors.New("the answer of InfluxDB ended early (truncated JSON)")

// scanner reads JSON tokens from a stream. Slices it returns are valid until the next call.
type scanner struct {
	r       io.Reader
	buf     []byte
	pos     int
	end     int
	read    int64
	limit   int64
	err     error
	scratch []byte
}

func newScanner(r io.Reader, limit int64) *scanner {
	return &scanner{r: r, buf: make([]byte, 64<<10), limit: limit}
}

// fill keeps buf[pos:end] and appends to it; false at the end of the stream or on an error.
func (s *scanner) fill() bool {
	if s.err != nil {
		return false
	}
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		s.read += int64(n)
		if s.limit > 0 && s.read > s.limit {
			s.err = &BudgetError{What: "bytes", Limit: s.limit}
			return false
		}
		if err != nil {
			s.err = err
			return n > 0
		}
		if n > 0 {
			return true
		}
	}
}

// fail turns the end of the stream into a truncation error and keeps every other cause.
func (s *scanner) fail() error {
	if s.err != nil && !errors.Is(s.err, io.EOF) {
		return s.err
	}
	return errTruncated
}

// peek skips white space and returns the next byte without taking it; io.EOF at the end of the stream.
func (s *scanner) peek() (byte, error) {
	for {
		for s.pos < s.end {
			c := s.buf[s.pos]
			if c != ' ' && c != '\n' && c != '\r' && c != '\t' {
				return c, nil
			}
			s.pos++
		}
		if !s.fill() {
			return 0, s.err
		}
	}
}

// take reads one expected punctuation mark.
func (s *scanner) take(want byte) error {
	c, err := s.peek()
	if err != nil {
		return s.fail()
	}
	if c != want {
		return s.unexpected(c, "'"+string(want)+"'")
	}
	s.pos++
	return nil
}

// more reads the separator of a list or object: true after a comma, false after the closing mark.
func (s *scanner) more(closing byte) (bool, error) {
	c, err := s.peek()
	if err != nil {
		return false, s.fail()
	}
	if c != ',' && c != closing {
		return false, s.unexpected(c, "',' or '"+string(closing)+"'")
	}
	s.pos++
	return c == ',', nil
}

// empty takes the closing mark of an empty list or object.
func (s *scanner) empty(closing byte) (bool, error) {
	c, err := s.peek()
	if err != nil {
		return false, s.fail()
	}
	if c == closing {
		s.pos++
	}
	return c == closing, nil
}

func (s *scanner) unexpected(c byte, want string) error {
	return fmt.Errorf("the answer of InfluxDB is not the JSON it should be: found %q where %s should be", c, want)
}

// object calls field for every key of an object; field must read the value.
func (s *scanner) object(field func(key string) error) error {
	if err := s.take('{'); err != nil {
		return err
	}
	if done, err := s.empty('}'); err != nil || done {
		return err
	}
	for {
		key, err := s.text()
		if err != nil {
			return err
		}
		name := string(key)
		if err := s.take(':'); err != nil {
			return err
		}
		if err := field(name); err != nil {
			return err
		}
		if again, err := s.more('}'); err != nil || !again {
			return err
		}
	}
}

// list calls item before every element of a list; item must read the element.
func (s *scanner) list(item func(i int) error) error {
	if err := s.take('['); err != nil {
		return err
	}
	if done, err := s.empty(']'); err != nil || done {
		return err
	}
	for i := 0; ; i++ {
		if err := item(i); err != nil {
			return err
		}
		if again, err := s.more(']'); err != nil || !again {
			return err
		}
	}
}

// text reads a JSON string.
func (s *scanner) text() ([]byte, error) {
	if err := s.take('"'); err != nil {
		return nil, err
	}
	n, escaped := 0, false
	for {
		for ; s.pos+n < s.end; n++ {
			switch s.buf[s.pos+n] {
			case '\\':
				escaped = true
				n++ // the next byte is part of the escape, also when it is still to come
			case '"':
				raw := s.buf[s.pos : s.pos+n]
				s.pos += n + 1
				if escaped {
					return s.unescape(raw)
				}
				return raw, nil
			}
		}
		if !s.fill() {
			return nil, s.fail()
		}
	}
}

// word reads the bytes of a JSON number or literal (true, false, null).
func (s *scanner) word() ([]byte, error) {
	if _, err := s.peek(); err != nil {
		return nil, s.fail()
	}
	n := 0
	for {
		for ; s.pos+n < s.end; n++ {
			if c := s.buf[s.pos+n]; c == ',' || c == ']' || c == '}' || c <= ' ' {
				if n == 0 {
					return nil, s.unexpected(c, "a value")
				}
				out := s.buf[s.pos : s.pos+n]
				s.pos += n
				return out, nil
			}
		}
		if !s.fill() {
			return nil, s.fail()
		}
	}
}

// skip reads and forgets one value of any type.
func (s *scanner) skip() error {
	c, err := s.peek()
	if err != nil {
		return s.fail()
	}
	switch c {
	case '{':
		return s.object(func(string) error { return s.skip() })
	case '[':
		return s.list(func(int) error { return s.skip() })
	case '"':
		_, err = s.text()
	default:
		_, err = s.word()
	}
	return err
}
