package single

import (
	"errors"
	"strings"
	"testing"
)

func TestAPageBecomesAFileThatAsksNobodyForAnything(t *testing.T) {
	site := map[string]string{"assets/a.css": "p{background:url(b.png)}", "assets/b.png": "B", "fi/kuva.png": "K"}
	page := `<!doctype html><html lang="fi"><head><meta http-equiv="Content-Security-Policy" content="x"><title>Sivu</title><link rel="stylesheet" href="../assets/a.css"><link rel="icon" href="../x.png"><script src="../assets/a.js"></script></head>` +
		`<body><header>H</header><nav>N</nav><main><h1>Sivu</h1><p onclick="evil()">Teksti <a href="toinen.html">toinen</a> <a href="https://x.fi/">verkko</a> <a href="javascript:alert(1)">js</a></p><img src="kuva.png" srcset="kuva.png 2x" alt="K"><img src="https://evil.example/x.png" alt=""></main></body></html>`
	made, err := Alone{
		Name: "fi/sivu.html", Script: "run()", Style: "b{}", Data: map[string]string{"title": "</script><b>"},
		Read: func(name string) ([]byte, error) {
			if text, ok := site[name]; ok {
				return []byte(text), nil
			}
			return nil, errors.New("missing")
		},
	}.Page([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	text := string(made)
	for _, wanted := range []string{`<html lang="fi">`, `src="data:image/png;base64,Sw=="`, "url(data:image/png;base64,Qg==)", ">toinen</a>", `href="https://x.fi/"`, "<script>run()</script>", "default-src &#39;none&#39;", `\u003c/script\u003e`} {
		if !strings.Contains(text, wanted) {
			t.Errorf("it lacks %s", wanted)
		}
	}
	for _, unwanted := range []string{"toinen.html", "evil", "javascript:", "srcset", "onclick", "<nav", "<header", "a.js", "rel=\"icon\"", `content="x"`} {
		if strings.Contains(text, unwanted) {
			t.Errorf("it has %s", unwanted)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}
