package influx

import "net/http"

// AuthKind names how a server wants to be asked.
type AuthKind string

// The kinds of authentication.
const (
	AuthNone   AuthKind = "none"
	AuthBasic  AuthKind = "basic"  // 1.x: user and password
	AuthToken  AuthKind = "token"  // 2.x: Authorization: Token
	AuthBearer AuthKind = "bearer" // 3: Authorization: Bearer
)

// Auth is applied to every request.
type Auth struct {
	Kind   AuthKind
	User   string
	Secret string // password or token
}

func (a Auth) apply(req *http.Request) {
	switch a.Kind {
	case AuthBasic:
		req.SetBasicAuth(a.User, a.Secret)
	case AuthToken:
		req.Header.Set("Authorization", "Token "+a.Secret)
	case AuthBearer:
		req.Header.Set("Authorization", "Bearer "+a.Secret)
	case AuthNone:
	}
}
