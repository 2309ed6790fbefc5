package serve

import "testing"

func TestTheFileLeadsTheBrowserToThePreview(t *testing.T) {
	opened := make(chan string, 1)
	p := start(t, strictSite("<p>Hei</p>"), func(o *Options) {
		ready := o.Ready
		o.Writing, o.Ready = true, func(file string) { opened <- file; ready(ownAddress(t, file)) }
	})
	tab := openTab(t, "file://"+<-opened)
	tab.until(`location.href === '` + p.address + `' && document.body.textContent.includes('Hei')`)
}
