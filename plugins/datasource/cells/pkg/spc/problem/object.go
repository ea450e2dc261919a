package problem

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
)

// object is a JSON object that keeps its order: answers read in a sensible one.
type object struct {
	keys   []string
	values map[string]any
}

func newObject() *object { return &object{values: map[string]any{}} }

// set adds or replaces a field.
func (o *object) set(key string, value any) *object {
	if _, known := o.values[key]; !known {
		o.keys = append(o.keys, key)
	}
	o.values[key] = value
	return o
}

// infinity and negativeInfinity stand for numbers too large, which the validator could not compare as ±Inf.
const (
	infinity         = json.Number("1e309")
	negativeInfinity = "-" + infinity
)

// decode reads exactly one JSON value: map[string]any, []any, float64, infinity, string, bool or nil.
func decode(text []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	value, err := decodeValue(d, 0)
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}
	return value, nil
}

// deepest is how deep values may be nested, as in encoding/json.
const deepest = 10_000

func decodeValue(d *json.Decoder, depth int) (any, error) {
	if depth > deepest {
		return nil, errors.New("nested too deeply")
	}
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Number:
		x, err := strconv.ParseFloat(string(t), 64)
		switch {
		case math.IsInf(x, 1):
			return infinity, nil
		case math.IsInf(x, -1):
			return negativeInfinity, nil
		case err != nil && !errors.Is(err, strconv.ErrRange):
			return nil, err
		}
		return x, nil
	case json.Delim:
		if t == '[' {
			list := []any{}
			for d.More() {
				value, err := decodeValue(d, depth+1)
				if err != nil {
					return nil, err
				}
				list = append(list, value)
			}
			_, err := d.Token()
			return list, err
		}
		out := map[string]any{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			value, err := decodeValue(d, depth+1)
			if err != nil {
				return nil, err
			}
			name, _ := key.(string)
			out[name] = value
		}
		_, err := d.Token()
		return out, err
	}
	return token, nil
}

// encode writes an answer; a number that is not finite is null.
func encode(out []byte, value any) []byte {
	switch v := value.(type) {
	case nil:
		return append(out, "null"...)
	case float64:
		return appendNumber(out, v)
	case int:
		return strconv.AppendInt(out, int64(v), 10)
	case bool:
		return strconv.AppendBool(out, v)
	case string:
		return appendText(out, v)
	case []float64:
		return encodeList(out, v, appendNumber)
	case []int:
		return encodeList(out, v, func(out []byte, i int) []byte { return strconv.AppendInt(out, int64(i), 10) })
	case []string:
		return encodeList(out, v, appendText)
	case []any:
		return encodeList(out, v, encode)
	case []*object:
		return encodeList(out, v, func(out []byte, o *object) []byte { return encode(out, o) })
	case *object:
		out = append(out, '{')
		for i, key := range v.keys {
			if i > 0 {
				out = append(out, ',')
			}
			out = append(appendText(out, key), ':')
			out = encode(out, v.values[key])
		}
		return append(out, '}')
	}
	panic("problem: an answer of a type that has no JSON")
}

func encodeList[T any](out []byte, list []T, each func([]byte, T) []byte) []byte {
	out = append(out, '[')
	for i, v := range list {
		if i > 0 {
			out = append(out, ',')
		}
		out = each(out, v)
	}
	return append(out, ']')
}

func appendNumber(out []byte, x float64) []byte {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return append(out, "null"...)
	case x == 0:
		return append(out, '0')
	case math.Abs(x) >= 1e-6 && math.Abs(x) < 1e21:
		return strconv.AppendFloat(out, x, 'f', -1, 64)
	}
	out = strconv.AppendFloat(out, x, 'e', -1, 64)
	// JavaScript writes e-7, Go e-07.
	if at := len(out) - 2; out[at-1] == '-' && out[at] == '0' {
		out = append(out[:at], out[at+1])
	}
	return out
}

// appendText quotes as JavaScript does: Go would escape the two separators that JSON need not.
func appendText(out []byte, text string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	// Text always encodes.
	_ = e.Encode(text)
	quoted := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if !strings.ContainsAny(text, "\u2028\u2029") {
		return append(out, quoted...)
	}
	return append(out, separators.Replace(string(quoted))...)
}

// separators undoes the escapes, but not those of a text that holds a backslash itself.
var separators = strings.NewReplacer(`\\`, `\\`, `\u2028`, "\u2028", `\u2029`, "\u2029")
